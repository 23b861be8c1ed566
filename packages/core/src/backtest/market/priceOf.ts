import type { AssetId, Wad } from "../../units/brands.ts";
import { wad } from "../../units/quantities.ts";
import { wadMulDown } from "../../units/wadMath.ts";
import type { Market } from "./market.ts";

/** What a small sale of an asset gets, as last told: its price, or its rate times its peg, rounded down; its rate when neither was told. null without any. */
export function priceOf({ prices, pegs, rates }: Market, asset: AssetId): Wad | null {
  const price = prices.get(asset);
  if (price !== undefined) return price;
  const [rate, peg] = [rates.get(asset), pegs.get(asset)];
  if (rate === undefined) return null;
  return peg === undefined ? rate : wad(wadMulDown(rate, peg));
}
