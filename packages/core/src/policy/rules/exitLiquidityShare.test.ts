import { describe, expect, test } from "vitest";
import type { Address } from "../../chain/types.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { OPERATOR_A, restakingWith } from "../../testing/restaking.ts";
import { ACCOUNT, contextOf, eth, policyOf, snapshotOf, WSTETH } from "../../testing/world.ts";
import type { AssetId, Bps } from "../../units/brands.ts";
import { rawAmount } from "../../units/quantities.ts";
import type { RuleContext } from "../rule.ts";
import { exitLiquidityShare } from "./exitLiquidityShare.ts";

const RATE = 12n;

/**
 * wstETH at a rate of 1.2 and a pool that takes 100 ether's worth at no cost and, within half a per cent, exactly nothing more: the next quote pays nothing for its size.
 */
function world(value: string, { max = 5_000n, quoted = "100", more = true } = {}): RuleContext {
  const stakes = [{ ...WSTETH, value }];
  const { caps } = policyOf(stakes);
  const context = contextOf({
    stakes,
    idle: "0",
    policy: { caps: { ...caps, exitLiquidityShare: max as Bps } },
  });
  const [curve] = context.snapshot.curves.filter((each) => each.assetIn === "wstETH");
  if (curve === undefined) throw new Error("no curve");
  const amount = (ether: bigint) => rawAmount((ether * 10n) / RATE);
  const points = [
    { amountIn: amount(eth(quoted)), amountOut: rawAmount(eth(quoted)), gas: 1n },
    ...(more
      ? [{ amountIn: amount(eth("1000000000")), amountOut: rawAmount(eth(quoted) + 1n), gas: 1n }]
      : []),
  ];
  return { ...context, snapshot: { ...context.snapshot, curves: [{ ...curve, points }] } };
}

/** Half a per cent of 100 is within the ceiling beyond the quote of no cost: 100 ÷ 0.995, the whole sale judged. */
const AT_MOST = "50.2512";

describe("exitLiquidityShare", () => {
  test.each([
    { name: "below the share", context: world("40"), code: "within-share" },
    { name: "at what half of the pool takes", context: world(AT_MOST), code: "within-share" },
    { name: "above it", context: world("50.2513"), code: "above-share" },
    { name: "above what was quoted", context: world("51", { more: false }), code: "liquidity-unproven" },
    { name: "within what was quoted", context: world("49.99", { more: false }), code: "within-share" },
    {
      name: "a pool that takes nothing",
      context: world("40", { quoted: "0", more: true }),
      code: "no-liquidity",
    },
  ])("$name: $code", ({ context, code }) => {
    expect(codes(exitLiquidityShare, context)).toEqual({ "asset:wstETH": code });
  });

  test("above it the position gives down to the share", () => {
    const found = findingWith(exitLiquidityShare, { context: world("80"), code: "above-share" });
    expect(found).toMatchObject({ level: "warning", limit: { unit: "bps", value: 5_000n } });
    expect(found.measured).toEqual({ unit: "bps", value: 7_961n });
    const { effect } = found;
    const target = effect.kind === "reduce-to" ? effect.target : 0n;
    expect(target / 10n ** 14n).toBe(502_512n);
  });

  test("what is not proven asks nothing to leave, and nothing enters", () => {
    const found = findingWith(exitLiquidityShare, {
      context: world("51", { more: false }),
      code: "liquidity-unproven",
    });
    expect(found).toMatchObject({
      level: "notice",
      effect: { kind: "freeze-entries", positions: ["lido:wstETH"] },
    });
  });

  test("two accounts share one pool, and the one with most gives", () => {
    const context = world("40");
    const other = snapshotOf({ stakes: [{ ...WSTETH, value: "41" }], idle: "0" });
    const account = { ...ACCOUNT, address: `0x${"ee".repeat(20)}` as Address };
    const found = findingWith(exitLiquidityShare, {
      context: { ...context, siblings: [{ ...other, account }] },
      code: "above-share",
    });
    expect(found.effect).toEqual({ kind: "freeze-entries", positions: ["lido:wstETH"] });
  });

  test("a quote that is missing is unknown, what nobody trades has no market", () => {
    const context = world("40");
    const missing = [
      { subject: "route:uniswap-v3:wstETH>WETH", code: "rpc", retry: true, detail: "" },
    ] as const;
    const snapshot = { ...context.snapshot, curves: [], missing };
    expect(exitLiquidityShare.evaluate({ ...context, snapshot })).toMatchObject([
      { code: "share-unknown", level: "unknown", measured: null, effect: { kind: "freeze-entries" } },
    ]);
    const restaked = restakingWith([{ operator: OPERATOR_A, value: "5" }], {
      caps: { exitLiquidityShare: 5_000n as Bps },
    });
    const asset = "EL-stETH" as AssetId;
    expect(codes(exitLiquidityShare, restaked)[`asset:${asset}`]).toBe("no-market");
  });

  test("a policy without it says nothing", () => {
    expect(exitLiquidityShare.evaluate(contextOf({ stakes: [WSTETH], idle: "0" }))).toEqual([]);
  });
});
