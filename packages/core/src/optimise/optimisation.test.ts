import { describe, expect, test } from "vitest";
import { allocateRepairs } from "../plan/allocateRepairs.ts";
import type { AllocationAnswer } from "../plan/types.ts";
import { evaluate } from "../policy/evaluate.ts";
import type { Finding } from "../policy/finding.ts";
import type { Policy } from "../policy/policy.ts";
import type { RuleContext } from "../policy/rule.ts";
import { withSnapshot } from "../testing/judge.ts";
import { moveOf } from "../testing/moves.ts";
import { allocate } from "../testing/solveWith.ts";
import {
  CALM,
  contextOf,
  eth,
  policyOf,
  SHIFT,
  type Stake,
  WEETH,
  type World,
  WSTETH,
} from "../testing/world.ts";
import type { Bps, Seconds } from "../units/brands.ts";

function answer(context: RuleContext, findings: readonly Finding[] = evaluate(context)): AllocationAnswer {
  return allocate(context, findings);
}

/** Ether to two decimals, and what bound it. */
function targets(found: AllocationAnswer): Record<string, string> {
  return Object.fromEntries(
    found.targets.map(({ position, value, limitedBy }) => [
      position,
      `${(Number(value) / 1e18).toFixed(2)} ${limitedBy}`,
    ]),
  );
}

function bands(
  changes: Record<string, readonly [bigint, bigint, bigint]>,
  stakes: readonly Stake[] = CALM.stakes,
): Partial<Policy> {
  return {
    universe: policyOf(stakes).universe.map((band) => {
      const [min, target, max] = changes[band.position] ?? [band.min, band.target, band.max];
      return { ...band, min: min as Bps, target: target as Bps, max: max as Bps };
    }),
  };
}

/** Idle money may not be used, so that only the two positions trade. */
const KEEP_IDLE = { "idle:WETH": [1_000n, 1_000n, 1_100n] } as const;

describe("allocate, for yield", () => {
  test("nothing moves when the yields are alike", () => {
    const found = answer(contextOf({ ...CALM, policy: bands(KEEP_IDLE) }));
    expect(targets(found)).toEqual({
      "etherfi:weETH": "400.00 unmoved",
      "idle:WETH": "100.00 unmoved",
      "lido:wstETH": "500.00 unmoved",
    });
    expect(found).toMatchObject({ allocator: "milp/1", outcome: "targets" });
  });

  test("money goes from what yields less to what yields more, until the next unit no longer pays", () => {
    const payback = (365n * 86_400n) as Seconds;
    const costs = { ...policyOf(CALM.stakes).costs, slippage: 200n as Bps, payback };
    const found = answer(contextOf({ ...SHIFT, policy: { ...bands(KEEP_IDLE), costs } }));
    const { "etherfi:weETH": weETH, "lido:wstETH": wstETH } = targets(found);
    expect(weETH?.endsWith(" gain")).toBe(true);
    expect(Number.parseFloat(weETH ?? "0")).toBeGreaterThan(410);
    expect(Number.parseFloat(wstETH ?? "0")).toBeLessThan(490);
  });

  test("the time in which the whole must have paid back stops it before that", () => {
    const found = targets(answer(contextOf({ ...SHIFT, policy: bands(KEEP_IDLE) })));
    expect(found["etherfi:weETH"]).toBe("452.20 payback");
    expect(found["lido:wstETH"]).toBe("447.45 payback");
  });

  test("the wider the difference, the more moves; the thinner the pool, the less", () => {
    const moved = (weth: Partial<Stake>) => {
      const stakes = [WSTETH, { ...WEETH, ...weth }];
      const found = answer(contextOf({ stakes, idle: "100", policy: bands(KEEP_IDLE, stakes) }));
      return found.targets.find((each) => each.position === "etherfi:weETH")?.value ?? 0n;
    };
    expect(moved({ yield: "12" }) > moved({ yield: "9" })).toBe(true);
    expect(moved({ yield: "9", depth: "40000" }) > moved({ yield: "9", depth: "20000" })).toBe(true);
  });

  test("a band stops it a quarter of a per cent short of its maximum", () => {
    const policy = bands({ ...KEEP_IDLE, "etherfi:weETH": [0n, 3_500n, 4_100n] });
    expect(targets(answer(contextOf({ ...SHIFT, policy })))["etherfi:weETH"]).toBe("407.50 band");
  });

  test("the lower the maximum, the less ends in the position", () => {
    const ends = [6_000n, 4_300n, 4_200n, 4_100n, 4_050n, 4_026n].map((max) => {
      const policy = bands({ ...KEEP_IDLE, "etherfi:weETH": [0n, 3_500n, max] });
      const found = answer(contextOf({ stakes: [WSTETH, { ...WEETH, yield: "20" }], idle: "100", policy }));
      return found.targets.find((each) => each.position === "etherfi:weETH")?.value ?? 0n;
    });
    expect(ends).toEqual(ends.toSorted((a, b) => (a > b ? -1 : 1)));
    expect(new Set(ends).size).toBe(ends.length);
  });

  test("what exits bring beyond their minimum must have room in the idle band", () => {
    // Room for 0.1 of idle money is room for the unguaranteed 0.2 % of 50 at the very most; what trading costs takes some of it.
    const stakes = [
      { ...WSTETH, depth: "400000" },
      { ...WEETH, yield: "40", depth: "400000" },
    ];
    const policy = bands({ "idle:WETH": [1_000n, 1_000n, 1_001n] }, stakes);
    const found = targets(answer(contextOf({ stakes, idle: "100", policy })));
    expect(found["lido:wstETH"]?.endsWith(" band")).toBe(true);
    expect(Number.parseFloat(found["lido:wstETH"] ?? "0")).toBeGreaterThan(450);
    expect(Number.parseFloat(found["lido:wstETH"] ?? "0")).toBeLessThan(490);
  });

  test("a market above the rate is no reason to trade", () => {
    const stakes = [WSTETH, { ...WEETH, yield: "3.1", discount: -60n }];
    const found = targets(answer(contextOf({ stakes, idle: "100", policy: bands(KEEP_IDLE, stakes) })));
    expect(Object.values(found).every((each) => each.endsWith("unmoved"))).toBe(true);
  });

  test("moves below the minimum trade are left out of the answer", () => {
    const pace = { ...policyOf(CALM.stakes).pace, minimumTrade: eth("300") };
    const found = targets(answer(contextOf({ ...SHIFT, policy: { ...bands(KEEP_IDLE), pace } })));
    expect(Object.values(found).every((each) => each.endsWith("unmoved"))).toBe(true);
  });

  test("a protocol's cap stops it in the same way", () => {
    const policy = { ...bands(KEEP_IDLE), caps: { protocols: [{ venue: WEETH_VENUE, max: 4_100n as Bps }] } };
    const found = targets(answer(contextOf({ ...SHIFT, policy })));
    expect(found["etherfi:weETH"]).toBe("407.50 protocol-cap");
  });

  test("a minimum of the giving position stops it too", () => {
    const policy = bands({ ...KEEP_IDLE, "lido:wstETH": [4_900n, 5_000n, 6_000n] });
    expect(targets(answer(contextOf({ ...SHIFT, policy })))["lido:wstETH"]).toBe("492.50 band");
  });

  test("liquidity that would be lost stops it", () => {
    // Neither position can be sold again, so idle money is all the liquidity there is: 5 % and a quarter of 1,000.
    const left = (share: bigint) => {
      const liquidity = [{ share: share as Bps, within: 0n as Seconds }];
      const context = contextOf({ ...SHIFT, policy: { liquidity } });
      const curves = context.snapshot.curves.filter((curve) => curve.assetIn === "WETH");
      return targets(answer({ ...context, snapshot: { ...context.snapshot, curves } }, []))["idle:WETH"];
    };
    expect(left(0n)).toBe("0.00 gain");
    expect(left(500n)).toBe("52.50 gain");
  });

  test("the ceiling on slippage stops it", () => {
    const costs = { ...policyOf(CALM.stakes).costs, slippage: 20n as Bps };
    const stakes = [WSTETH, { ...WEETH, yield: "40" }];
    const found = targets(answer(contextOf({ stakes, idle: "100", policy: { ...bands(KEEP_IDLE), costs } })));
    expect(found["etherfi:weETH"]?.endsWith(" slippage")).toBe(true);
  });

  test("what is frozen is not entered, what dwells is not left", () => {
    const recent = [moveOf({ executed: 60n, exited: ["etherfi:weETH"] })];
    const frozen = targets(answer(contextOf({ ...SHIFT, openWork: { recent }, policy: bands(KEEP_IDLE) })));
    expect(frozen["etherfi:weETH"]).toBe("400.00 unmoved");
    const dwelling = [moveOf({ executed: 60n, entered: ["lido:wstETH"] })];
    const kept = targets(
      answer(contextOf({ ...SHIFT, openWork: { recent: dwelling }, policy: bands(KEEP_IDLE) })),
    );
    expect(kept["lido:wstETH"]).toBe("500.00 unmoved");
  });

  test("a position of unknown yield is neither entered nor left for yield", () => {
    const context = contextOf({ ...SHIFT, policy: bands(KEEP_IDLE) });
    const series = context.history.series.filter((each) => each.id !== "rate:wstETH");
    const found = targets(answer({ ...context, history: { ...context.history, series } }));
    expect(found["lido:wstETH"]).toBe("500.00 unmoved");
  });

  test("gas that no gain of a swap pays leaves it out, and a single swap is kept to be explained", () => {
    const context = contextOf({ ...SHIFT, policy: bands(KEEP_IDLE) });
    const gas = {
      baseFee: 10n ** 14n,
      priorityFee: 0n,
      source: { kind: "header", field: "baseFeePerGas" },
    } as const;
    const found = targets(answer({ ...context, snapshot: { ...context.snapshot, gas } }));
    expect(found["etherfi:weETH"]).not.toBe("400.00 unmoved");
  });

  test("a negative yield sends money to idle", () => {
    const stakes = [WSTETH, { ...WEETH, yield: "-30" }];
    const findings: Finding[] = [];
    const found = targets(
      answer(
        contextOf({
          stakes,
          idle: "100",
          policy: { ...bands({ "lido:wstETH": [0n, 5_000n, 5_100n] }, stakes), caps: { protocols: [] } },
        }),
        findings,
      ),
    );
    expect(Number.parseFloat(found["idle:WETH"] ?? "0")).toBeGreaterThan(100);
  });
});

const WEETH_VENUE = "etherfi" as Policy["caps"]["protocols"][number]["venue"];

describe("allocate, for limits", () => {
  const over = (max: bigint, world: World = CALM): World => ({
    ...world,
    policy: bands({ "lido:wstETH": [0n, 2_000n, max] }, world.stakes),
  });

  test("one wei above a maximum goes back inside by the hysteresis", () => {
    const stakes = [{ ...WSTETH, value: "500.000000000000000002" }, WEETH];
    const found = targets(answer(contextOf(over(5_000n, { stakes, idle: "100" }))));
    expect(found["lido:wstETH"]).toBe("497.50 band");
  });

  test("a minimum trade larger than that is kept", () => {
    const stakes = [{ ...WSTETH, value: "500.000000000000000002" }, WEETH];
    const world = over(5_000n, { stakes, idle: "100" });
    const pace = { ...policyOf(stakes).pace, minimumTrade: eth("10") };
    const found = targets(answer(contextOf({ ...world, policy: { ...world.policy, pace } })));
    expect(found["lido:wstETH"]).toBe("490.00 band");
  });

  test("a market too thin for the whole repair makes a part of it", () => {
    const stakes = [{ ...WSTETH, depth: "2000" }, WEETH];
    const found = targets(answer(contextOf(over(4_000n, { stakes, idle: "100" }))));
    expect(found["lido:wstETH"]?.endsWith(" slippage")).toBe(true);
    expect(Number.parseFloat(found["lido:wstETH"] ?? "0")).toBeGreaterThan(480);
  });

  test("a market that takes nothing makes it infeasible", () => {
    const stakes = [{ ...WSTETH, discount: 200n }, WEETH];
    const policy = bands({ "lido:wstETH": [0n, 2_000n, 4_000n], ...KEEP_IDLE });
    expect(answer(contextOf({ stakes, idle: "100", policy })).outcome).toBe("infeasible");
  });

  test("while all entries are frozen the money stays idle", () => {
    const context = contextOf(over(4_800n));
    const freeze: Finding = {
      ...(evaluate(context)[0] as Finding),
      effect: { kind: "freeze-entries", positions: "all" },
    };
    const found = targets(answer(context, [...evaluate(context), freeze]));
    expect(found["etherfi:weETH"]).toBe("400.00 unmoved");
    expect(Number.parseFloat(found["idle:WETH"] ?? "0")).toBeGreaterThan(121);
  });

  test("a minimum is filled by what yields least", () => {
    const found = targets(
      answer(
        contextOf({ ...CALM, policy: bands({ "etherfi:weETH": [4_100n, 5_000n, 6_000n], ...KEEP_IDLE }) }),
      ),
    );
    expect(found["etherfi:weETH"]).toBe("412.50 band");
    expect(Number.parseFloat(found["lido:wstETH"] ?? "0")).toBeLessThan(488);
  });

  test("too little idle money is filled, too much is spent", () => {
    const poor = targets(
      answer(contextOf({ ...CALM, policy: bands({ "idle:WETH": [1_500n, 2_000n, 3_000n] }) })),
    );
    expect(Number.parseFloat(poor["idle:WETH"] ?? "0")).toBeCloseTo(152.5, 1);
    const rich = targets(answer(contextOf({ ...CALM, policy: bands({ "idle:WETH": [0n, 200n, 500n] }) })));
    expect(Number.parseFloat(rich["idle:WETH"] ?? "0")).toBeLessThanOrEqual(47.5);
  });

  test("a broken ladder is filled from what the market does not take at once", () => {
    const stakes = [
      { ...WSTETH, value: "800", depth: "20000" },
      { ...WEETH, value: "50" },
    ];
    const liquidity = [{ share: 4_000n as Bps, within: 0n as Seconds }];
    const caps = { protocols: [] };
    const found = targets(
      answer(
        contextOf({
          stakes,
          idle: "50",
          policy: { ...bands({ "lido:wstETH": [0n, 5_000n, 10_000n] }, stakes), liquidity, caps },
        }),
      ),
    );
    expect(Number.parseFloat(found["idle:WETH"] ?? "0")).toBeGreaterThan(80);
    expect(Number.parseFloat(found["lido:wstETH"] ?? "0")).toBeLessThan(780);
  });

  test("a repair takes no more of the idle money than the ladder leaves, with its hysteresis", () => {
    const liquidity = [{ share: 1_000n as Bps, within: 0n as Seconds }];
    const policy = { ...bands({ "etherfi:weETH": [4_200n, 5_000n, 6_000n] }), liquidity };
    const context = contextOf({ ...CALM, stakes: [{ ...WSTETH, value: "490" }, WEETH], idle: "110", policy });
    const curves = context.snapshot.curves.filter((curve) => curve.assetIn === "WETH");
    const found = targets(answer({ ...context, snapshot: { ...context.snapshot, curves } }, []));
    expect(found["idle:WETH"]).toBe("102.50 gain");
    expect(found["etherfi:weETH"]).toBe("407.49 liquidity");
  });

  test("beside a repair, moves for yield that do not reach the minimum gain are left out", () => {
    const shifted = {
      ...SHIFT,
      policy: {
        ...bands({ ...KEEP_IDLE, "lido:wstETH": [0n, 2_000n, 4_995n] }),
        costs: { ...policyOf(CALM.stakes).costs, minimumNetGain: eth("50") },
      },
    };
    const context = contextOf(shifted);
    const findings = evaluate(context);
    const found = targets(allocate(context, findings));
    expect(found["lido:wstETH"]).toBe("497.00 band");
    const repaired = targets(allocateRepairs(context, findings));
    expect(Number.parseFloat(found["etherfi:weETH"] ?? "0")).toBe(
      Number.parseFloat(repaired["etherfi:weETH"] ?? "1"),
    );
  });

  test("nothing is allocated from what is not known", () => {
    const missing = [{ subject: "position:lido:wstETH", code: "rpc", retry: true, detail: "" }] as const;
    const context = withSnapshot({ missing });
    expect(answer(context)).toMatchObject({ outcome: "infeasible", targets: [] });
  });
});

describe("allocateRepairs", () => {
  test("without a broken limit it moves nothing, whatever the yields", () => {
    const context = contextOf(SHIFT);
    const found = targets(allocateRepairs(context, evaluate(context)));
    expect(Object.values(found).every((each) => each.endsWith("unmoved"))).toBe(true);
  });
});
