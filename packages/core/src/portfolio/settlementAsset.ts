import type { AssetId } from "../units/brands.ts";

/** Pools hold the wrapped form of a native base asset. Canonical WETH mints and burns one for one, so it counts as the base asset. */
const WRAPPED: Readonly<Record<string, string>> = { ETH: "WETH" };

/** The asset that every trade goes through: the wrapped base asset where the base asset is native, else the base asset itself. */
export function settlementAsset(baseAsset: AssetId): AssetId {
  return (WRAPPED[baseAsset] ?? baseAsset) as AssetId;
}

/** Whether the asset is worth exactly one base unit for each of its own: the base asset and its wrapped form. */
export function isBaseLike(asset: AssetId, baseAsset: AssetId): boolean {
  return asset === baseAsset || asset === settlementAsset(baseAsset);
}
