import type { RawAmount } from "../units/brands.ts";
import { mulDivDown } from "../units/mulDiv.ts";
import { rawAmount } from "../units/quantities.ts";
import { BPS_ONE } from "../units/share.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import type { ExitReading } from "./exitReading.ts";

/** What a protocol's own way out pays for `amount` of the position's asset as things stand, after the fee, in its assetOut; rounded down twice. */
export function exitPaysDown({ rate, fee }: ExitReading, amount: RawAmount): RawAmount {
  const whole = mulDivDown(amount, { times: rate, over: WAD_ONE });
  return rawAmount(mulDivDown(whole, { times: BPS_ONE - fee, over: BPS_ONE }));
}
