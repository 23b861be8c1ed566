import { describe, expect, test } from "vitest";
import type { Address } from "../chain/types.ts";
import type { RouteCurve } from "../snapshot/types.ts";
import { CALM, eth, snapshotOf } from "../testing/world.ts";
import type { AssetId, Bps } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { exitDepth } from "./exitDepth.ts";

const calm = snapshotOf(CALM);
const asset = "wstETH" as AssetId;
const maxCost = 50n as Bps;
const [sale] = calm.curves.filter((each) => each.assetIn === asset);
if (sale === undefined) throw new Error("the calm world trades wstETH");

/** Ten units, each worth 1.2, at no cost; then as many more for nothing. */
function pool(byte: string, units: string, isCut = false): RouteCurve {
  const point = (amount: string, out: string) => ({
    amountIn: rawAmount(eth(amount)),
    amountOut: rawAmount(eth(out)),
    gas: 1n,
  });
  const paid = `${Number(units) * 1.2}`;
  const points = [point(units, paid), ...(isCut ? [] : [point("1000000", paid)])];
  return { ...sale, pool: `0x${byte.repeat(20)}` as Address, points } as RouteCurve;
}
const of = (...curves: readonly RouteCurve[]) => ({ ...calm, curves });

describe("exitDepth", () => {
  test("is where the ceiling is met, in value: 12 ÷ 0.995 and what rounding takes", () => {
    const depth = exitDepth(of(pool("aa", "10")), { asset, maxCost, from: "rate" });
    expect((depth?.value ?? 0n) / 10n ** 12n).toBe(12_060_301n);
    expect(depth?.isCut).toBe(false);
  });

  test("quotes that end before the ceiling say so", () => {
    expect(exitDepth(of(pool("aa", "10", true)), { asset, maxCost, from: "rate" })).toMatchObject({
      value: eth("12"),
      isCut: true,
    });
  });

  test("the deepest of several, the first by name of equals, whatever their order", () => {
    const pools = [pool("cc", "10"), pool("aa", "5"), pool("bb", "10")];
    for (const curves of [pools, pools.toReversed()])
      expect(exitDepth(of(...curves), { asset, maxCost, from: "rate" })?.curve.pool).toBe(
        `0x${"bb".repeat(20)}`,
      );
  });

  test("nothing is known without a rate or a quote", () => {
    expect(exitDepth(of(), { asset, maxCost, from: "rate" })).toBeNull();
    expect(exitDepth({ ...calm, rates: [] }, { asset, maxCost, from: "rate" })).toBeNull();
  });

  test("a market that pays two per cent less all along is as deep by its own price, and by the rate takes nothing", () => {
    const points = [
      ["1", "1.2"],
      ["10", "12"],
      ["1000000", "12"],
    ] as const;
    const at = (share: bigint) => ({
      ...pool("aa", "10"),
      points: points.map(([amount, out]) => ({
        amountIn: rawAmount(eth(amount)),
        amountOut: rawAmount((eth(out) * share) / 100n),
        gas: 1n,
      })),
    });
    const depth = (share: bigint, from: "rate" | "market") =>
      exitDepth(of(at(share)), { asset, maxCost, from })?.value ?? -1n;
    expect(depth(98n, "rate")).toBe(0n);
    expect(depth(98n, "market") / 10n ** 12n).toBe(depth(100n, "market") / 10n ** 12n);
    expect(depth(100n, "market")).toBe(depth(100n, "rate"));
  });
});
