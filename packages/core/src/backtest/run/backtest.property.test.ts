import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RuleContext } from "../../policy/rule.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import { allocate } from "../../testing/solveWith.ts";
import { hourlyLines, lineAt, specOf } from "../../testing/tapes.ts";
import { eth, policyOf, WEETH, WSTETH } from "../../testing/world.ts";
import type { Bps, PositionId, Seconds } from "../../units/brands.ts";
import type { SimulatedProposal } from "../account/account.ts";
import { parseTime } from "../tape/parseTime.ts";
import type { TapeLine } from "../tape/tape.ts";
import { backtest } from "./backtest.ts";
import type { BacktestResult } from "./result.ts";

const HOURS = 60;
const GUARDS = policyOf([WSTETH, WEETH]).guards;
const POLICY = {
  guards: {
    ...GUARDS,
    marketDepeg: { ...GUARDS.marketDepeg, samples: 1n, response: "exit" as const },
    backingLoss: { threshold: 0n as Bps, response: "exit" as const },
  },
  costs: { ...policyOf([WSTETH, WEETH]).costs, emergencySlippage: 1_000n as Bps },
  pace: { cooldown: 14_400n as Seconds, dwell: 28_800n as Seconds, minimumTrade: eth("1") },
};
const DELAYS = [3_600n, 10_800n, 18_000n].map((each) => each as Seconds);

/** Rates stand still, so that all that changes the account's value is what is done with it; prices, depths and queues do what they like. */
const tapes = fc
  .record({
    prices: fc.array(fc.integer({ min: 9_600, max: 10_020 }), { minLength: 4, maxLength: 8 }),
    depth: fc.constantFrom("0", "3000", "20000"),
    queue: fc.constantFrom("2h", "1d", "closed"),
    fallAt: fc.constantFrom(null, 20, 40),
    seed: fc.bigInt({ min: 0n, max: 100n }),
  })
  .map(({ prices, depth, queue, fallAt, seed }) => {
    const price = (hour: number) => BigInt(prices[Math.floor(hour / 8) % prices.length] ?? 10_000);
    const lines = hourlyLines(HOURS, {
      assets: [
        { asset: "weETH", rate: "1.05", yield: 0n, depth, price },
        { asset: "wstETH", rate: "1.2", yield: 0n, depth: "40000" },
      ],
      more: [
        lineAt(0, ["queue:etherfi:weETH", queue]),
        lineAt(0, ["queue:lido:wstETH", "12h"]),
        ...(fallAt === null ? [] : [lineAt(fallAt, ["slash:etherfi:weETH", "3%"])]),
      ],
    });
    return { lines, seed, fallAt };
  });

async function run(lines: readonly TapeLine[], { seed = 1n, seen = [] as RuleContext[] } = {}) {
  return backtest(
    specOf(lines, {
      seed,
      policy: POLICY,
      signerDelays: DELAYS,
      allocate: (context, findings) => {
        seen.push(context);
        return allocate(context, findings);
      },
    }),
  );
}

const amountIn = ({ positions }: Snapshot, wanted: PositionId) =>
  positions.find(({ position }) => position === wanted)?.amount ?? 0n;

/** What executed batches spent of a position, exactly; and the least that they brought it. */
function booked(proposals: readonly SimulatedProposal[], position: PositionId) {
  const idle = "idle:WETH" as PositionId;
  let [spent, least] = [0n, 0n];
  for (const { plan } of proposals) {
    for (const action of plan.actions) {
      const [from, to] = action.kind === "exit" ? [action.position, idle] : [idle, action.position];
      if (from === position) spent += action.spend.amount;
      if (to === position) least += action.receive.atLeast;
    }
    for (const request of plan.requests) if (request.position === position) spent += request.spend.amount;
    for (const claim of plan.claims)
      for (const { asset, atLeast } of claim.receive) if (`idle:${asset}` === position) least += atLeast;
  }
  return { spent, least };
}

/** One hour to the next: every position changes by what executed then, and by nothing else. */
function checkHour(before: Snapshot, { after, result }: { after: Snapshot; result: BacktestResult }): void {
  const now = after.block.timestamp;
  const executed = result.proposals.filter(({ state, endedAt }) => state === "executed" && endedAt === now);
  for (const { position } of after.positions) {
    const { spent, least } = booked(executed, position);
    const change = amountIn(after, position) - amountIn(before, position);
    expect(change).toBeGreaterThanOrEqual(least - spent);
    if (least === 0n) expect(change).toBe(-spent);
  }
}

describe("value", () => {
  test("is conserved to the wei through trades, requests, waiting and claims", async () => {
    await fc.assert(
      fc.asyncProperty(tapes, async ({ lines, seed, fallAt }) => {
        fc.pre(fallAt === null);
        const seen: RuleContext[] = [];
        const result = await run(lines, { seed, seen });
        const executed = (time: bigint) =>
          result.proposals.filter(({ state, endedAt }) => state === "executed" && (endedAt ?? time) <= time);
        const start = result.points[0]?.ballast.accounting ?? 0n;
        for (const { time, ballast } of result.points) {
          const cost = executed(time).reduce(
            (sum, { paid }) => sum + (paid?.trading ?? 0n) + (paid?.gas ?? 0n),
            0n,
          );
          expect(ballast.accounting).toBe(start - cost);
        }
        for (const [index, { snapshot }] of seen.entries()) {
          const before = seen[index - 1]?.snapshot;
          if (before !== undefined) checkHour(before, { after: snapshot, result });
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe("the future", () => {
  test("cut away, leaves every past decision, proposal and figure as it was", async () => {
    await fc.assert(
      fc.asyncProperty(tapes, fc.integer({ min: 5, max: HOURS - 2 }), async ({ lines, seed }, cut) => {
        const whole = await run(lines, { seed });
        const until = whole.points[cut]?.time ?? 0n;
        const past = await run(
          lines.filter(({ time }) => parseTime(time) <= until),
          { seed },
        );
        const upTo = ({ from }: { from: bigint }) => from <= until;
        const told = ({ runs }: BacktestResult) =>
          runs
            .filter(upTo)
            .map(({ from, outcome, decisionId, sentence }) => ({ from, outcome, decisionId, sentence }));
        const asked = ({ proposals }: BacktestResult) =>
          proposals
            .filter(({ proposedAt }) => proposedAt <= until)
            .map(({ id, proposedAt, signedAt }) => ({ id, proposedAt, signedAt }));
        expect(past.points).toEqual(whole.points.slice(0, cut + 1));
        expect(told(past)).toEqual(told(whole));
        expect(asked(past)).toEqual(asked(whole));
        expect(past.alarms).toEqual(whole.alarms.filter(({ time }) => time <= until));
      }),
      { numRuns: 10 },
    );
  });

  test("changed, changes nothing before it", async () => {
    const calm = hourlyLines(50);
    const crash = hourlyLines(50, {
      more: [lineAt(40, ["price:weETH", "0.2"]), lineAt(41, ["rate:weETH", "0.5"])],
    });
    const [one, other] = await Promise.all([run(calm), run(crash)]);
    expect(other.points.slice(0, 40)).toEqual(one.points.slice(0, 40));
    expect(other.points[41]).not.toEqual(one.points[41]);
  });
});

describe("a run", () => {
  test("is the same for the same seed, and for its lines in any order", async () => {
    await fc.assert(
      fc.asyncProperty(tapes, fc.integer(), async ({ lines, seed }, order) => {
        const mixed = lines.toSorted(
          (a, b) => mix(`${a.time}${a.series}`, order) - mix(`${b.time}${b.series}`, order),
        );
        expect(mixed).not.toEqual(lines);
        expect(await run(mixed, { seed })).toEqual(await run(lines, { seed }));
      }),
      { numRuns: 4 },
    );
  });

  test("draws its signers' delays from the seed, each by its own proposal", async () => {
    const lines = hourlyLines(30, {
      assets: [
        { asset: "weETH", rate: "1.05", yield: 9n, depth: "20000" },
        { asset: "wstETH", rate: "1.2", yield: 3n, depth: "40000" },
      ],
    });
    const delays = await Promise.all(
      Array.from({ length: 12 }, async (_, seed) => {
        const [first] = (await run(lines, { seed: BigInt(seed) })).proposals;
        return (first?.signedAt ?? 0n) - (first?.proposedAt ?? 0n);
      }),
    );
    expect(new Set(delays)).toEqual(new Set(DELAYS));
  });
});

/** Any order of texts, by a number. */
function mix(text: string, order: number): number {
  let hash = order | 1;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return hash;
}
