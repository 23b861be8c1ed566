import type { Bps, RawAmount, Wad } from "../units/brands.ts";
import { mulDivUp } from "../units/mulDiv.ts";
import { ratioBps } from "../units/quantities.ts";
import { BPS_ONE } from "../units/share.ts";

/** A trade against the accounting rates of both assets. */
export type Trade = {
  readonly amountIn: RawAmount;
  readonly amountOut: RawAmount;
  readonly rateIn: Wad;
  readonly rateOut: Wad;
};

/** Accounting value that a trade gives up, in basis points of what goes in, rounded up. 0 when nothing is given up. */
export function costBpsUp({ amountIn, amountOut, rateIn, rateOut }: Trade): Bps {
  const given = amountIn * rateIn;
  const lost = given - amountOut * rateOut;
  return ratioBps(lost <= 0n ? 0n : mulDivUp(lost, { times: BPS_ONE, over: given }));
}

/** Whether a trade gives up at most `maxCost` against the accounting rates; exact, no division. */
export function isWithinCost({ amountIn, amountOut, rateIn, rateOut }: Trade, maxCost: Bps): boolean {
  return amountOut * rateOut * BPS_ONE >= amountIn * rateIn * (BPS_ONE - maxCost);
}
