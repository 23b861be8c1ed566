import { describe, expect, test } from "vitest";
import { codes, findingWith, withSnapshot } from "../../testing/judge.ts";
import { contextOf, eth, type Stake, WEETH, type World, WSTETH } from "../../testing/world.ts";
import type { Bps, Seconds } from "../../units/brands.ts";
import { liquidityLadder } from "./liquidityLadder.ts";

/** So thin that its market buys next to nothing within the ceiling. */
const THIN = "1";

function world(
  stakes: readonly Stake[],
  { idle, rungs }: { idle: string; rungs: Record<string, bigint> },
): World {
  const liquidity = Object.entries(rungs).map(([within, share]) => ({
    share: share as Bps,
    within: BigInt(within) as Seconds,
  }));
  return { stakes, idle, policy: { liquidity } };
}

const cases: readonly { name: string; world: World; expected: Record<string, string> }[] = [
  {
    name: "idle money alone meets its share exactly",
    world: world([{ ...WSTETH, value: "90", depth: THIN }], { idle: "10", rungs: { 0: 1_000n } }),
    expected: { "asset:ETH within 0s": "enough-liquidity" },
  },
  {
    name: "one wei less than the share is a breach",
    world: world([{ ...WSTETH, value: "90", depth: THIN, fee: 10_000n }], {
      idle: "9.999999999999999999",
      rungs: { 0: 1_000n },
    }),
    expected: { "asset:ETH within 0s": "too-little-liquidity" },
  },
  {
    name: "what the market buys within the ceiling counts",
    world: world([{ ...WSTETH, value: "90", depth: "40000" }], { idle: "0", rungs: { 3600: 9_000n } }),
    expected: { "asset:ETH within 1h": "enough-liquidity" },
  },
  {
    name: "what it gives up on the way does not",
    world: world([{ ...WSTETH, value: "100", depth: "40000" }], { idle: "0", rungs: { 3600: 10_000n } }),
    expected: { "asset:ETH within 1h": "too-little-liquidity" },
  },
  {
    name: "each rung is judged by itself",
    world: world([{ ...WSTETH, value: "90", depth: THIN, fee: 10_000n }], {
      idle: "10",
      rungs: { 86400: 5_000n, 3600: 500n },
    }),
    expected: { "asset:ETH within 1h": "enough-liquidity", "asset:ETH within 1d": "too-little-liquidity" },
  },
  { name: "without rungs nothing is said", world: world([WSTETH], { idle: "1", rungs: {} }), expected: {} },
];

describe("liquidityLadder", () => {
  test.each(cases)("$name", ({ world: each, expected }) => {
    expect(codes(liquidityLadder, contextOf(each))).toEqual(expected);
  });

  test("a breach asks for what is lacking as idle money", () => {
    const each = world([{ ...WSTETH, value: "90", depth: THIN, fee: 10_000n }], {
      idle: "10",
      rungs: { 0: 3_000n },
    });
    expect(
      findingWith(liquidityLadder, { context: contextOf(each), code: "too-little-liquidity" }),
    ).toMatchObject({
      level: "warning",
      measured: { unit: "bps", value: 1_000n },
      effect: { kind: "raise-to", position: "idle:WETH", target: eth("30") },
    });
  });

  test("enough without a position of unknown way out is enough", () => {
    const context = withSnapshot({ curves: [] }, world([WEETH], { idle: "100", rungs: { 0: 2_000n } }));
    expect(Object.values(codes(liquidityLadder, context))).toEqual(["enough-liquidity"]);
  });

  test("too little without a position of unknown way out is unknown, not a breach", () => {
    const context = withSnapshot({ curves: [] }, world([WEETH], { idle: "10", rungs: { 0: 2_000n } }));
    expect(findingWith(liquidityLadder, { context, code: "liquidity-unknown" })).toMatchObject({
      level: "unknown",
      effect: { kind: "freeze-entries", positions: "all" },
    });
  });

  test("an unknown whole is unknown even with much idle money", () => {
    const missing = [{ subject: "position:lido:wstETH", code: "rpc", retry: true, detail: "" }] as const;
    expect(Object.values(codes(liquidityLadder, withSnapshot({ missing })))).toEqual(["liquidity-unknown"]);
  });
});
