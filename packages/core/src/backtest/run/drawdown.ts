import type { Bps } from "../../units/brands.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { max } from "../../units/order.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";

/** Largest fall from an earlier high, in basis points of the high, rounded up. 0 for a series that never falls, or is empty. */
export function drawdownUp(values: Iterable<bigint>): Bps {
  let [high, worst] = [0n, 0n];
  for (const value of values) {
    high = max(high, value);
    if (high > 0n) worst = max(worst, mulDivUp(high - value, { times: BPS_ONE, over: high }));
  }
  return ratioBps(worst);
}
