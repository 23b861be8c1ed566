import type { Bps } from "../units/brands.ts";
import { bps } from "../units/quantities.ts";

/**
 * The cost that a trade's size may reach at the decision's block: three quarters of the ceiling that its minimum output is set from, rounded down. Owners sign hours later. A trade
 * sized to the whole ceiling has its quote as its minimum, and then the growth of a rate, or the smallest move of the pool, makes the whole batch revert.
 */
export function sizingCeiling(ceiling: Bps): Bps {
  return bps((ceiling * 3n) / 4n);
}
