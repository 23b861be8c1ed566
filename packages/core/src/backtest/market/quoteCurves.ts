import type { Address, Source } from "../../chain/types.ts";
import type { RouteCurve } from "../../snapshot/types.ts";
import type { AssetId, BaseUnits, Bps, RawAmount, RouteId, Wad } from "../../units/brands.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";

/** One pool as a tape tells it. `price` is base units for 1e18 smallest units; `depth` the worth of each side. */
export type Pool = {
  readonly asset: AssetId;
  readonly settlement: AssetId;
  readonly price: Wad;
  readonly depth: BaseUnits;
  readonly fee: Bps;
};

/** The sizes that the live routes quote, in whole units of what goes in. */
const SIZES = [1n, 2n, 5n, 10n, 20n, 50n, 100n, 200n, 500n, 1_000n].map((units) => units * WAD_ONE);
const POOL = `0x${"7a".repeat(20)}` as Address;
const SOURCE: Source = { kind: "call", contract: POOL, method: "tape" };
const GAS = 130_000n;

/** Constant product after the fee on what goes in: out = reserveOut × in ÷ (reserveIn + in), rounded down. */
function outputDown(amountIn: bigint, { fee, into, from }: { fee: Bps; into: bigint; from: bigint }): bigint {
  const after = amountIn * (BPS_ONE - fee);
  return (from * after) / (into * BPS_ONE + after);
}

/**
 * What a pool pays for the usual sizes, selling and buying. Both sides hold the worth of `depth` at `price`; the token side is rounded down. A pool with no
 * depth quotes nothing.
 */
export function quoteCurves({ asset, settlement, price, depth, fee }: Pool): readonly RouteCurve[] {
  const token = (depth * WAD_ONE) / price;
  if (depth === 0n || token === 0n) return [];
  const curve = (assetIn: AssetId, { into, from }: { into: bigint; from: bigint }): RouteCurve => ({
    route: "tape" as RouteId,
    pool: POOL,
    fee: fee * 100n,
    assetIn,
    assetOut: assetIn === asset ? settlement : asset,
    points: SIZES.map((amountIn) => ({
      amountIn: amountIn as RawAmount,
      amountOut: outputDown(amountIn, { fee, into, from }) as RawAmount,
      gas: GAS,
    })),
    source: SOURCE,
  });
  return [curve(asset, { into: token, from: depth }), curve(settlement, { into: depth, from: token })];
}
