import { describe, expect, test } from "vitest";
import type { RuleContext } from "../../policy/rule.ts";
import { buildSnapshot } from "../../snapshot/buildSnapshot.ts";
import { allocate } from "../../testing/solveWith.ts";
import {
  hourlyLines,
  lineAt,
  QUIET_ASSETS,
  specOf,
  TAPE_START,
  type TapeAsset,
} from "../../testing/tapes.ts";
import { eth, policyOf, WEETH, WSTETH } from "../../testing/world.ts";
import type { Bps, PositionId, Seconds } from "../../units/brands.ts";
import type { TapeLine } from "../tape/tape.ts";
import { backtest } from "./backtest.ts";
import type { BacktestResult } from "./result.ts";

const [weETH, wstETH] = QUIET_ASSETS as readonly [TapeAsset, TapeAsset];
const HOUR = 3_600n;
const at = (hour: bigint) => TAPE_START + hour * HOUR;
/** weETH yields far more, so money moves into it as soon as its yield is known. */
const SHIFT = [{ ...weETH, yield: 9n }, wstETH];
const EXIT = {
  guards: {
    ...policyOf([WSTETH, WEETH]).guards,
    marketDepeg: { threshold: 100n as Bps, size: eth("50"), samples: 2n, response: "exit" as const },
  },
  costs: { ...policyOf([WSTETH, WEETH]).costs, emergencySlippage: 1_000n as Bps },
};
/** weETH sells 3 % below its rate from hour 30 on. */
const DEPEG = [{ ...weETH, price: (hour: number) => (hour < 30 ? 10_000n : 9_700n) }, wstETH];
const INCIDENT = lineAt(30, ["incident:etherfi:weETH", "depeg"]);

const outcomes = ({ runs }: BacktestResult) => runs.map(({ outcome }) => outcome);
const worthAt = ({ points }: BacktestResult, hour: number) => points[hour]?.ballast.accounting ?? 0n;

describe("a quiet tape", () => {
  test("is held to its end, and nothing is lost or moved", async () => {
    const result = await backtest(specOf(hourlyLines(60), { policy: { mode: "observe" } }));
    expect(result).toMatchObject({ steps: 60, proposals: [], alarms: [], incidents: [], turnover: 0n });
    expect(result.points.map(({ ballast }) => ballast)).toEqual(result.points.map(({ hold }) => hold));
    expect(result.drawdown).toEqual({ ballast: 0n, hold: 0n, equal: 0n });
    expect(result.runs.reduce((sum, { steps }) => sum + steps, 0)).toBe(60);
  });

  test("begins without the yields that history must give, and says so", async () => {
    const { runs } = await backtest(specOf(hourlyLines(13)));
    expect(runs[0]).toMatchObject({ outcome: "refuse data-missing", from: TAPE_START });
    expect(runs[0]?.sentence).toContain("No earlier rate");
  });

  test("gives every snapshot as the keeper would have built it, sorted and sound", async () => {
    const seen: RuleContext[] = [];
    const more = [
      lineAt(3, ["figure:lido:tvl", "9000000"]),
      lineAt(4, ["flag:lido:slow", "none"]),
      lineAt(5, ["missing:price:weETH", "rpc"]),
      lineAt(6, ["source:b", "silent"]),
      lineAt(6, ["source:a", "agrees"]),
      lineAt(7, ["missing:rate:wstETH", "rpc"]),
      lineAt(0, ["queue:lido:wstETH", "5d"]),
    ];
    const allocator = (context: RuleContext, findings: Parameters<typeof allocate>[1]) => {
      seen.push(context);
      return allocate(context, findings);
    };
    await backtest(specOf(hourlyLines(12, { more }), { allocate: allocator }));
    expect(seen).toHaveLength(12);
    for (const { snapshot } of seen) expect(buildSnapshot(snapshot)).toEqual(snapshot);
  });
});

describe("a rebalance", () => {
  test("executes when its signers are done, at the prices of that hour", async () => {
    const dear = [{ ...weETH, yield: 9n, price: (hour: number) => (hour < 14 ? 10_000n : 10_010n) }, wstETH];
    const [cheap, later] = await Promise.all(
      [SHIFT, dear].map((assets) => backtest(specOf(hourlyLines(40, { assets })))),
    );
    expect(cheap?.proposals[0]).toMatchObject({
      state: "executed",
      proposedAt: at(12n),
      signedAt: at(16n),
      endedAt: at(16n),
    });
    expect(later?.proposals[0]?.plan).toEqual(cheap?.proposals[0]?.plan);
    expect(later?.costs.trading).toBeGreaterThan(cheap?.costs.trading ?? 0n);
  });

  test("costs what it gave up and its gas, and no more", async () => {
    const flat = [{ ...weETH, yield: 9n }, wstETH];
    const result = await backtest(specOf(hourlyLines(40, { assets: flat })));
    const held = await backtest(specOf(hourlyLines(40, { assets: flat }), { policy: { mode: "observe" } }));
    const { trading, gas } = result.costs;
    expect(worthAt(result, 16)).toBe(worthAt(held, 16) - trading - gas);
    expect(result.turnover).toBe(result.proposals[0]?.plan.figures.turnover);
  });

  test("that would get less than its minimum waits, and is rejected at its deadline", async () => {
    const gone = [{ ...weETH, yield: 9n, price: (hour: number) => (hour < 14 ? 10_000n : 10_100n) }, wstETH];
    const result = await backtest(specOf(hourlyLines(24, { assets: gone })));
    expect(result.proposals[0]).toMatchObject({
      state: "rejected",
      endedAt: at(19n),
      failure: "etherfi:weETH: pays less than the minimum",
      paid: null,
    });
    expect(result.costs).toEqual({ trading: 0n, gas: 0n });
  });

  test("does not happen twice, nor while one is open", async () => {
    const result = await backtest(specOf(hourlyLines(60, { assets: SHIFT })));
    expect(result.proposals).toHaveLength(1);
    expect(outcomes(result)).toContain("hold proposal-open");
    expect(outcomes(result)).toContain("hold cooling-down");
  });

  test("is proposed by whoever allocates, also when the answer comes later", async () => {
    const lines = hourlyLines(30, { assets: SHIFT });
    const slow: typeof allocate = (context, findings) => allocate(context, findings);
    const waits = async (...asked: Parameters<typeof allocate>) => slow(...asked);
    expect(await backtest(specOf(lines, { allocate: waits }))).toEqual(await backtest(specOf(lines)));
  });
});

describe("an incident", () => {
  test("is left on the market once signers are done: warned, proposed, safe, each at its hour", async () => {
    const lines = hourlyLines(48, { assets: DEPEG, more: [INCIDENT] });
    const result = await backtest(specOf(lines, { policy: EXIT, signerDelays: [7_200n as Seconds] }));
    expect(result.incidents).toEqual([
      {
        name: "depeg",
        position: "etherfi:weETH",
        from: at(30n),
        warnedAt: at(31n),
        proposedAt: at(31n),
        safeAt: at(33n),
      },
    ]);
    expect(result.alarms.every(({ isFalse }) => !isFalse)).toBe(true);
    expect(worthAt(result, 40)).toBeLessThan(result.points[40]?.hold.accounting ?? 0n);
  });

  test("that nobody marked makes its alarms false ones", async () => {
    const { alarms } = await backtest(specOf(hourlyLines(40, { assets: DEPEG })));
    expect(alarms).toMatchObject([{ rule: "market-depeg", time: at(32n), isFalse: true }]);
  });

  test("over which a policy only warns is never safe", async () => {
    const { incidents, proposals } = await backtest(
      specOf(hourlyLines(40, { assets: DEPEG, more: [INCIDENT] })),
    );
    expect(incidents).toMatchObject([{ warnedAt: at(32n), proposedAt: null, safeAt: null }]);
    expect(proposals.flatMap(({ plan }) => plan.actions).every(({ kind }) => kind === "enter")).toBe(true);
  });

  test("takes its share from everyone who holds, and from nobody else", async () => {
    const more = [lineAt(20, ["slash:etherfi:weETH", "10%"])];
    const result = await backtest(specOf(hourlyLines(24, { more }), { policy: { mode: "observe" } }));
    const before = result.points[19]?.hold.accounting ?? 0n;
    const after = result.points[20]?.hold.accounting ?? 0n;
    expect(before - after).toBeGreaterThan(eth("39.8"));
    expect(before - after).toBeLessThan(eth("40"));
    expect(result.points[20]?.ballast).toEqual(result.points[20]?.hold);
  });
});

describe("a withdrawal through the protocol", () => {
  /** No pool, no yield that would move anything, and 3 % of the backing gone at hour 30. */
  const fallen: TapeAsset = {
    ...weETH,
    yield: 0n,
    depth: "0",
    backing: (hour) => (hour < 30 ? 10_000n : 9_700n),
  };
  const lines = (more: readonly TapeLine[] = []) =>
    hourlyLines(24 * 4, {
      assets: [fallen, { ...wstETH, yield: 0n }],
      more: [lineAt(0, ["queue:etherfi:weETH", "1d"]), ...more],
    });
  const guarded = {
    guards: { ...EXIT.guards, backingLoss: { threshold: 0n as Bps, response: "exit" as const } },
  };

  test("waits as a ticket, is claimed when due, and what came is what was due", async () => {
    const result = await backtest(specOf(lines(), { policy: guarded }));
    const [exit, claim] = result.proposals;
    expect(exit).toMatchObject({ state: "executed", proposedAt: at(30n), endedAt: at(34n) });
    expect(exit?.plan.requests).toMatchObject([
      { position: "etherfi:weETH", order: { kind: "etherfi-queue" } },
    ]);
    expect(claim).toMatchObject({ proposedAt: at(58n), endedAt: at(62n), paid: { trading: 0n } });
    expect(claim?.plan.claims[0]?.receive).toMatchObject([{ asset: "ETH" }]);
  });

  test("loses with the stake that it left while it waits", async () => {
    const slashed = await backtest(
      specOf(lines([lineAt(40, ["slash:etherfi:weETH", "50%"])]), { policy: guarded }),
    );
    const whole = await backtest(specOf(lines(), { policy: guarded }));
    const paid = ({ proposals }: BacktestResult) => proposals[1]?.plan.claims[0]?.receive[0]?.expected ?? 0n;
    expect(paid(slashed)).toBe(paid(whole) / 2n);
  });

  test("is not asked of a queue that is closed when the signers are done", async () => {
    const result = await backtest(
      specOf(lines([lineAt(33, ["queue:etherfi:weETH", "closed"])]), { policy: guarded }),
    );
    expect(result.proposals[0]).toMatchObject({ failure: "etherfi:weETH: the queue takes no requests" });
  });
});

describe("what a run begins with", () => {
  test("is spread over the policy's targets when the tape holds nothing", async () => {
    const lines = hourlyLines(2).filter(({ series }) => !series.startsWith("hold:"));
    const { points } = await backtest(specOf(lines, { startValue: eth("900") }));
    expect(points[0]?.ballast.accounting).toBeGreaterThan(eth("809.9"));
    expect(points[0]?.ballast.accounting).toBeLessThanOrEqual(eth("810"));
  });

  test("is refused without a rate that the policy needs", async () => {
    const lines = hourlyLines(2).filter(({ series }) => series !== "rate:weETH");
    await expect(backtest(specOf(lines))).rejects.toThrow(
      /^The tape has no rate:weETH: etherfi:weETH is held or listed/,
    );
  });

  test("a feed that the tape does not have freezes entries, unless it is assumed", async () => {
    const lines = hourlyLines(2).filter(({ series }) => !series.includes("stETH/ETH"));
    const codes = async (assumeFeeds: boolean) =>
      (await backtest(specOf(lines, { assumeFeeds }))).runs.flatMap(({ remarks }) =>
        remarks.map(({ code }) => code),
      );
    expect(await codes(false)).toContain("feed-missing");
    expect(await codes(true)).not.toContain("feed-missing");
  });

  test("steps at a pace of its own when one is asked for", async () => {
    const { points } = await backtest(specOf(hourlyLines(10), { every: 7_200n as Seconds }));
    expect(points.map(({ time }) => time)).toEqual([0n, 2n, 4n, 6n, 8n, 10n].map(at));
  });

  test("equal parts are of what the policy may enter", async () => {
    const policy = {
      universe: policyOf([WSTETH, WEETH]).universe.map((band) =>
        band.position === ("idle:WETH" as PositionId) ? { ...band, target: 0n as Bps, max: 0n as Bps } : band,
      ),
    };
    const { points } = await backtest(specOf(hourlyLines(2), { policy }));
    const [first] = points;
    expect((first?.ballast.accounting ?? 0n) - (first?.equal.accounting ?? 0n)).toBeLessThan(10n);
  });
});
