import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { salePrice } from "../../curve/salePrice.ts";
import { poolOut, snapshotOf, WSTETH } from "../../testing/world.ts";
import type { AssetId, BaseUnits, Bps, Wad } from "../../units/brands.ts";
import { quoteCurves } from "./quoteCurves.ts";

const ETHER = 10n ** 18n;
const pool = (changes: { price?: bigint; depth?: bigint; fee?: bigint } = {}) =>
  quoteCurves({
    asset: "wstETH" as AssetId,
    settlement: "WETH" as AssetId,
    price: (changes.price ?? ETHER) as Wad,
    depth: (changes.depth ?? 4_000n * ETHER) as BaseUnits,
    fee: (changes.fee ?? 5n) as Bps,
  });

describe("the quotes of a tape's pool", () => {
  test("sell and buy at the price, less the fee and what the size moves", () => {
    const [sell, buy] = pool();
    // 1 in, 0.05 % fee: 4000 × 0.9995 ÷ 4000.9995
    expect(sell).toMatchObject({ assetIn: "wstETH", assetOut: "WETH", fee: 500n });
    expect(sell?.points[0]?.amountOut).toBe(999_250_312_328_206_989n);
    expect(buy).toMatchObject({ assetIn: "WETH", assetOut: "wstETH" });
    expect(buy?.points[0]?.amountOut).toBe(sell?.points[0]?.amountOut);
  });

  test("are a constant product for any pool, and never pay more for more", () => {
    const amounts = fc.bigInt({ min: ETHER / 100n, max: 10n ** 6n * ETHER });
    fc.assert(
      fc.property(amounts, amounts, fc.bigInt({ min: 0n, max: 100n }), (price, depth, fee) => {
        const [sell, buy] = pool({ price, depth, fee });
        const token = (depth * ETHER) / price;
        const reserves = { reserveIn: token, reserveOut: depth, fee: fee * 100n };
        for (const { amountIn, amountOut } of sell?.points ?? [])
          expect(amountOut).toBe(poolOut(amountIn, reserves));
        const outputs = (buy?.points ?? []).map(({ amountOut }) => amountOut);
        expect(outputs).toEqual(outputs.toSorted((a, b) => (a < b ? -1 : 1)));
      }),
    );
  });

  test("of a price below the rate are what the depeg guard sees", () => {
    const snapshot = {
      ...snapshotOf({ stakes: [WSTETH], idle: "1" }),
      curves: pool({ price: ETHER, fee: 0n }),
    };
    const sale = salePrice(snapshot, { asset: "wstETH" as AssetId, size: (12n * ETHER) as BaseUnits });
    expect(sale?.price).toBeLessThan(ETHER);
    expect(sale?.rate).toBe((12n * ETHER) / 10n);
  });

  test("are none of an empty pool", () => {
    expect(pool({ depth: 0n })).toEqual([]);
  });
});
