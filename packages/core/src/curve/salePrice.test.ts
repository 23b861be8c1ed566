import { describe, expect, test } from "vitest";
import { curveOf } from "../testing/curves.ts";
import { CALM, eth, snapshotOf, WEETH, WSTETH } from "../testing/world.ts";
import type { AssetId } from "../units/brands.ts";
import { outputAtDown } from "./outputAtDown.ts";
import { salePrice } from "./salePrice.ts";

const wstETH = "wstETH" as AssetId;

describe("salePrice", () => {
  test("it is what the sale pays for each unit, not the pool's mid price", () => {
    const snapshot = snapshotOf(CALM);
    const sale = salePrice(snapshot, { asset: wstETH, size: eth("50") });
    // 50 ether's worth at a rate of 1.2 is 41.666… wstETH, rounded up.
    const amount = 41_666_666_666_666_666_667n as Parameters<typeof outputAtDown>[1];
    const paid = outputAtDown(sale?.curve ?? curveOf([]), amount) ?? 0n;
    expect(sale?.price).toBe((paid * 10n ** 18n) / amount);
    expect(sale?.rate).toBe(eth("1.2"));
    expect((sale?.price ?? 0n) < eth("1.2")).toBe(true);
  });

  test("a discount of the pool shows in it", () => {
    const snapshot = snapshotOf({ ...CALM, stakes: [{ ...WSTETH, discount: 200n }, WEETH] });
    const sale = salePrice(snapshot, { asset: wstETH, size: eth("1") });
    const discount = ((eth("1.2") - (sale?.price ?? 0n)) * 10_000n) / eth("1.2");
    expect(discount >= 200n && discount <= 203n).toBe(true);
  });

  test.each([
    { name: "a size beyond every quote has no price", size: "1001", asset: wstETH },
    { name: "an asset without a rate has no price", size: "1", asset: "rETH" as AssetId },
    { name: "nothing has no price", size: "0", asset: wstETH },
  ])("$name", ({ size, asset }) => {
    expect(salePrice(snapshotOf(CALM), { asset, size: eth(size) })).toBeNull();
  });
});
