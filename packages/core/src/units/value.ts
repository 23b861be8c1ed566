import type { BaseUnits, RawAmount, Wad } from "./brands.ts";
import { mulDivDown, mulDivUp } from "./mulDiv.ts";
import { baseUnits, rawAmount } from "./quantities.ts";
import { WAD_ONE } from "./wadMath.ts";

/** Value of an amount at an accounting rate (base units for 1e18 smallest units), rounded down. @throws UnitError */
export function valueDown(amount: RawAmount, rate: Wad): BaseUnits {
  return baseUnits(mulDivDown(amount, { times: rate, over: WAD_ONE }));
}

/** Value of an amount at an accounting rate, rounded up. @throws UnitError */
export function valueUp(amount: RawAmount, rate: Wad): BaseUnits {
  return baseUnits(mulDivUp(amount, { times: rate, over: WAD_ONE }));
}

/** Largest amount whose value at the rate is at most `value`, in smallest units. @throws UnitError for a rate of 0 */
export function amountForValueDown(value: BaseUnits, rate: Wad): RawAmount {
  return rawAmount(mulDivDown(value, { times: WAD_ONE, over: rate }));
}

/** Smallest amount whose value at the rate is at least `value`, in smallest units. @throws UnitError for a rate of 0 */
export function amountForValueUp(value: BaseUnits, rate: Wad): RawAmount {
  return rawAmount(mulDivUp(value, { times: WAD_ONE, over: rate }));
}
