import type { AssetId } from "../units/brands.ts";

/**
 * How far a transfer of an asset may differ from its amount, in smallest units, either way. stETH moves whole shares, so the receiver gets up to
 * 2 wei less or more than was said (lidofinance/docs, guides/lido-tokens-integration-guide.md, "1-2 wei corner case"); all else arrives exactly.
 */
export function transferRounding(asset: AssetId): bigint {
  return asset === "stETH" ? 2n : 0n;
}
