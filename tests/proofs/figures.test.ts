import type { Action, Address, AllocationAnswer, Plan } from "@ballast/core";
import { documentById, type TickRow } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../cli/runCli.ts";
import { type ChainAt, chainAt, type Token } from "./hand/chainAt.ts";
import { Fraction } from "./hand/Fraction.ts";
import { type HandCase, type HandSwap, handFigures } from "./hand/handFigures.ts";
import { storedDecision } from "./stored.ts";
import { openTestKeeper, openWorld, type Twin, type World } from "./world.ts";

const operations = treasurySafes[0].address.toLowerCase() as Address;
/** As the devnet's policy says, and the keeper's tolerance for what happens between quote and execution. */
const POLICY = { horizon: 7_776_000n, yieldWindow: 600n, slippageBps: 40n, toleranceBps: 20n };
const WAD = 10n ** 18n;
/** Sizes in whole tokens at which the keeper asks the quoter; between them it draws straight lines. */
const LADDER = [0n, 1n, 2n, 5n, 10n, 20n, 50n, 100n, 200n, 500n, 1000n].map((units) => units * WAD);

/** How far the line between two quotes may lie below the pool's own curve: the gap from 200 to 500 is the widest. */
const belowPoolBps = (spend: bigint) => (spend <= 200n * WAD ? 2n : 6n);

type Proposed = {
  readonly twin: Twin;
  readonly tick: TickRow;
  readonly plan: Plan;
  readonly answer: AllocationAnswer;
  readonly chain: ChainAt;
  readonly hand: HandCase;
};

const swapOf = ({ kind, spend, receive }: Action): HandSwap => ({
  kind,
  from: spend.asset as string as Token,
  to: receive.asset as string as Token,
  spend: spend.amount,
  expected: receive.expected,
  atLeast: receive.atLeast,
});

/** Shifts the yield, lets four minutes pass, and has a new keeper with a database of its own judge the head. */
async function proposedAfter(world: World, aprBps: number): Promise<Proposed> {
  await world.devnet.runScenario("yield-shift", { aprBps });
  for (let block = 0; block < 60; block++) await world.devnet.mineBlock();
  const twin = await world.twin();
  const keeper = await openTestKeeper(world, { databaseUrl: twin.keeperUrl(), stateDir: twin.stateDir });
  try {
    const { ticks } = await keeper.judge();
    const tick = ticks.find(({ account }) => account === operations);
    if (tick === undefined) throw new Error("the account was not judged");
    const { outcome } = await storedDecision(keeper.keeper.db, tick.decisionId);
    if (outcome.kind !== "propose" || tick.allocationId === null) throw new Error(`ended as ${tick.outcome}`);
    const stored = await documentById(keeper.keeper.db, tick.allocationId);
    const answer = stored?.value as unknown as AllocationAnswer;
    const chain = await chainAt(world.devnet.rpcUrls[0], tick.blockNumber);
    expect(chain.hash).toBe(tick.blockHash);
    const hand = await handCase(chain, outcome.plan);
    return { twin, tick, plan: outcome.plan, answer, chain, hand };
  } finally {
    await keeper.close();
  }
}

async function handCase(chain: ChainAt, plan: Plan): Promise<HandCase> {
  const start = await chain.before(POLICY.yieldWindow);
  return {
    rates: chain.rates,
    earlier: start.rates,
    elapsed: chain.timestamp - start.timestamp,
    holdings: await chain.holdings(operations),
    swaps: plan.actions.map(swapOf),
    gasPrice: chain.gasPrice,
    horizon: POLICY.horizon,
  };
}

const rate = (hand: HandCase, token: Token) => (token === "WETH" ? WAD : hand.rates[token]);

/** What a straight line between the two quotes around `amount` gives, not rounded. */
async function onChord(chain: ChainAt, { from, to, amount }: { from: Token; to: Token; amount: bigint }) {
  const next = LADDER.findIndex((size) => size >= amount);
  const [low = 0n, high = 0n] = LADDER.slice(next - 1, next + 1);
  const paid = async (size: bigint) => (size === 0n ? 0n : chain.quote({ from, to, amount: size }));
  const [atLow, atHigh] = [await paid(low), await paid(high)];
  const part = new Fraction(amount - low, high - low);
  return new Fraction(atLow).plus(part.times(new Fraction(atHigh - atLow)));
}

async function checkSwap({ chain, hand }: Proposed, swap: HandSwap) {
  const { from, to, spend, expected, atLeast } = swap;
  expect(expected).toBe((await onChord(chain, { from, to, amount: spend })).floor());
  const exact = await chain.quote({ from, to, amount: spend });
  expect(expected).toBeLessThanOrEqual(exact);
  expect((exact - expected) * 10_000n).toBeLessThanOrEqual(belowPoolBps(spend) * exact);
  const fair = new Fraction(spend * rate(hand, from), rate(hand, to));
  const ceiling = fair.times(new Fraction(10_000n - POLICY.slippageBps, 10_000n)).ceil();
  const tolerated = new Fraction(expected * (10_000n - POLICY.toleranceBps), 10_000n).floor();
  expect([ceiling, tolerated]).toContain(atLeast);
  expect(atLeast).toBeGreaterThanOrEqual(ceiling);
  expect(atLeast).toBeGreaterThanOrEqual(tolerated);
}

const targetOf = ({ answer }: Proposed, position: string): bigint => {
  const found = answer.targets.find((target) => target.position === position);
  if (found === undefined) throw new Error(`no target for ${position}`);
  return found.value;
};

/** Sold is what lies above the target; spent on the purchase is what it needs, or all that is surely there. */
async function checkSpends(proposed: Proposed) {
  const { hand, chain } = proposed;
  const [exit, enter] = hand.swaps;
  if (exit === undefined || enter === undefined) throw new Error("expected a sale and a purchase");
  const held = new Fraction(hand.holdings.wstETH * hand.rates.wstETH, WAD).floor();
  const above = held - targetOf(proposed, "lido:wstETH");
  const total =
    hand.holdings.ETH +
    hand.holdings.WETH +
    held +
    new Fraction(hand.holdings.weETH * hand.rates.weETH, WAD).floor() +
    hand.holdings.stETH +
    new Fraction(hand.holdings["EL-stETH"] * hand.rates["EL-stETH"], WAD).floor();
  // Where the band binds, wstETH keeps its minimum of 20 %, the hysteresis of 0.25 %, and at most one wei that rounding takes.
  if (proposed.plan.actions[0]?.limitedBy === "band") {
    const least = new Fraction(total * 2_025n, 10_000n).ceil();
    expect([least, least + 1n]).toContain(targetOf(proposed, "lido:wstETH"));
  }
  expect(exit.spend).toBe(new Fraction(above * WAD, hand.rates.wstETH).floor());

  const money = exit.atLeast + hand.holdings.WETH - targetOf(proposed, "idle:WETH");
  const lack =
    targetOf(proposed, "etherfi:weETH") - new Fraction(hand.holdings.weETH * hand.rates.weETH, WAD).floor();
  const wanted = new Fraction(lack * WAD, hand.rates.weETH).floor();
  expect(enter.spend).toBeLessThanOrEqual(money);
  if (enter.spend === money) return;
  const bought = (amount: bigint) => onChord(chain, { from: "WETH", to: "weETH", amount });
  expect((await bought(enter.spend)).floor()).toBeGreaterThanOrEqual(wanted);
  expect((await bought(enter.spend - 1n)).floor()).toBeLessThan(wanted);
}

const fourPlaces = (tenThousandths: bigint) =>
  `${tenThousandths / 10_000n}.${(tenThousandths % 10_000n).toString().padStart(4, "0")}`;
const shownDown = (wei: bigint) => fourPlaces(new Fraction(wei, 10n ** 14n).floor());
const shownUp = (wei: bigint) => fourPlaces(new Fraction(wei, 10n ** 14n).ceil());
const daysAndHours = (seconds: bigint) => {
  const hours = (seconds % 86_400n) / 3_600n;
  return `${seconds / 86_400n} d${hours === 0n ? "" : ` ${hours.toString().padStart(2, "0")} h`}`;
};

/** The sentence that `explain` must say, put together from the hand calculation. */
function sentence({ hand }: Proposed): string {
  const [exit, enter] = hand.swaps;
  if (exit === undefined || enter === undefined) throw new Error("expected a sale and a purchase");
  const { cost, grossGain, payback } = handFigures(hand);
  return (
    `Proposed. Sell ${shownUp(exit.spend)} wstETH for at least ${shownDown(exit.atLeast)} WETH, ` +
    `then buy at least ${shownDown(enter.atLeast)} weETH with ${shownUp(enter.spend)} WETH. ` +
    `It will cost ${shownUp(cost)} ETH and gain ${shownDown(grossGain)} ETH in 90 d, paid back in ${daysAndHours(payback)}.`
  );
}

describe.each([1_300, 3_000])("in pools that %i ETH move by two in a hundred", (poolDepthEth) => {
  let world: World;
  const seen: string[] = [];
  beforeAll(async () => {
    world = await openWorld({ poolDepthEth });
  });
  afterAll(() => world?.close());

  test.each([2_500, 5_000, 10_000])(
    "a shift to %i bps a year: every figure is what a hand calculation from the chain gives",
    async (aprBps) => {
      const proposed = await proposedAfter(world, aprBps);
      const { plan, hand, twin, tick } = proposed;
      expect(hand.swaps.map(({ kind, from, to }) => `${kind} ${from}>${to}`)).toEqual([
        "exit wstETH>WETH",
        "enter WETH>weETH",
      ]);
      for (const swap of hand.swaps) await checkSwap(proposed, swap);
      await checkSpends(proposed);
      expect(plan.figures).toEqual(handFigures(hand));

      const explained = await runCli(["explain", tick.id.toString()], {
        DATABASE_URL: twin.keeperUrl(),
        BALLAST_DEPLOYMENT: "devnet",
      });
      expect(explained.err).toBe("");
      expect(explained.out.replaceAll("\u00a0", " ")).toContain(sentence(proposed));
      seen.push(`${plan.figures.cost} ${plan.figures.grossGain}`);
    },
  );

  test("another size is another cost and another gain", () => {
    expect(new Set(seen).size).toBe(3);
  });
});
