import { describe, expect, test } from "vitest";
import { exitDepth } from "../../curve/exitDepth.ts";
import { seriesFrom, withSeries } from "../../testing/figures.ts";
import { codes, findingWith, withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf, policyOf } from "../../testing/world.ts";
import type { AssetId, Bps } from "../../units/brands.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { exitLiquidityFalling } from "./exitLiquidityFalling.ts";

const calm = contextOf(CALM);
const depth = exitDepth(calm.snapshot, {
  asset: "weETH" as AssetId,
  maxCost: calm.policy.costs.slippage,
  from: "market",
});
/** What the market of weETH takes now. */
const NOW = depth?.value ?? 0n;

/** A fall of a fifth is borne. */
function fallen(before: Readonly<Record<string, bigint>>, response: GuardResponse = "notify"): RuleContext {
  const guards = {
    ...policyOf(CALM.stakes).guards,
    exitLiquidityFalling: { threshold: 2_000n as Bps, response },
  };
  return withSeries(contextOf({ ...CALM, policy: { guards } }), [seriesFrom("depth:weETH", before)]);
}

/** The most of which the present is exactly four fifths, rounded down so that it is not beyond. */
const EDGE = (NOW * 5n) / 4n;

describe("exitLiquidityFalling", () => {
  test.each([
    { name: "a market that grew is steady", before: { 1: NOW / 2n }, code: "liquidity-steady" },
    { name: "a fall of the threshold is borne", before: { 1: EDGE }, code: "liquidity-steady" },
    { name: "a little more is not", before: { 1: EDGE + 2n }, code: "liquidity-fell" },
    { name: "from the most of the window", before: { 20: NOW * 2n, 1: NOW }, code: "liquidity-fell" },
    { name: "not from before it", before: { 32: NOW * 2n, 25: NOW, 1: NOW }, code: "liquidity-steady" },
    { name: "nothing stored shows no fall", before: {}, code: "no-history-yet" },
  ])("$name: $code", ({ before, code }) => {
    expect(codes(exitLiquidityFalling, fallen(before))).toEqual({
      "asset:weETH": code,
      "asset:wstETH": "no-history-yet",
    });
  });

  test.each([
    { response: "notify", effects: ["none"] },
    { response: "freeze-entries", effects: ["freeze-entries"] },
    { response: "exit", effects: ["freeze-entries", "reduce-to"] },
  ] as const)("the answer is the policy's: $response", ({ response, effects }) => {
    const found = exitLiquidityFalling.evaluate(fallen({ 1: NOW * 4n }, response));
    expect(found.flatMap(({ level, effect }) => (level === "notice" ? [] : [effect.kind]))).toEqual(effects);
    expect(found[0]).toMatchObject({ measured: { unit: "bps", value: 7_500n }, limit: { value: 2_000n } });
  });

  test("a discount is not its news: a market as deep as before may pay less than the rate", () => {
    const [first, ...others] = CALM.stakes;
    if (first === undefined) throw new Error("the calm world holds something");
    const discounted = [first, ...others].map((each) =>
      each.position === "etherfi:weETH" ? { ...each, discount: 100n } : each,
    );
    const context = withSeries(contextOf({ ...CALM, stakes: discounted }), [
      seriesFrom("depth:weETH", { 1: NOW }),
    ]);
    const asked = { asset: "weETH" as AssetId, maxCost: context.policy.costs.slippage };
    expect(exitDepth(context.snapshot, { ...asked, from: "rate" })?.value).toBe(0n);
    expect(codes(exitLiquidityFalling, context)["asset:weETH"]).toBe("liquidity-steady");
  });

  test("a policy that says nothing of it tells above a half", () => {
    const series = (value: bigint) => withSeries(calm, [seriesFrom("depth:weETH", { 1: value })]);
    expect(codes(exitLiquidityFalling, series(NOW * 2n))["asset:weETH"]).toBe("liquidity-steady");
    const context = series(NOW * 2n + 1n);
    expect(findingWith(exitLiquidityFalling, { context, code: "liquidity-fell" }).effect).toEqual({
      kind: "none",
    });
  });

  test("a market that was not quoted is unknown, and what has none is passed over", () => {
    const missing = [
      { subject: "route:uniswap-v3:weETH>WETH", code: "rpc", retry: true, detail: "" },
    ] as const;
    const curves = calm.snapshot.curves.filter(
      (each) => each.assetIn !== "weETH" && each.assetOut !== "weETH",
    );
    const found = findingWith(exitLiquidityFalling, {
      context: withSnapshot({ missing, curves }),
      code: "liquidity-unknown",
    });
    expect(found).toMatchObject({
      level: "unknown",
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    });
  });
});
