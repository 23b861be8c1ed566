import fc from "fast-check";
import type { Address } from "../chain/types.ts";
import type { RouteCurve } from "../snapshot/types.ts";
import type { AssetId, RouteId } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { poolOut } from "./world.ts";

/** A curve with the given quotes, `[in, out]`. */
export function curveOf(
  points: readonly (readonly [bigint, bigint])[],
  changes: Partial<RouteCurve> = {},
): RouteCurve {
  return {
    route: "uniswap-v3" as RouteId,
    pool: `0x${"aa".repeat(20)}` as Address,
    fee: 500n,
    assetIn: "wstETH" as AssetId,
    assetOut: "WETH" as AssetId,
    points: points.map(([amountIn, amountOut]) => ({
      amountIn: rawAmount(amountIn),
      amountOut: rawAmount(amountOut),
      gas: 100_000n,
    })),
    source: { kind: "header", field: "test" },
    ...changes,
  };
}

/** A pool of any depth and fee with the quotes of a curve over it. */
export const pools = fc
  .record({
    reserveIn: fc.bigInt({ min: 10n ** 20n, max: 10n ** 24n }),
    reserveOut: fc.bigInt({ min: 10n ** 20n, max: 10n ** 24n }),
    fee: fc.constantFrom(100n, 500n, 3_000n),
    sizes: fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 21n }), { minLength: 1, maxLength: 10 }),
  })
  .map(({ sizes, ...pool }) => ({
    pool,
    curve: curveOf(
      [...sizes].sort((a, b) => (a < b ? -1 : 1)).map((size) => [size, poolOut(size, pool)] as const),
    ),
  }));
