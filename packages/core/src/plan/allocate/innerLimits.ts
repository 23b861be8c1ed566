import type { Band } from "../../policy/policy.ts";
import type { Bps } from "../../units/brands.ts";
import { max, min } from "../../units/order.ts";
import { BPS_ONE } from "../../units/share.ts";

/**
 * Hysteresis: a move stops this far inside a limit, so that the growth of the next days does not break it again at once. At a difference
 * in yield of 3 % a year, a quarter of a per cent of the account lasts a position of a third of it about three months.
 */
export const HYSTERESIS = 25n as Bps;

function less(limit: Bps, by: bigint): Bps {
  return (limit - by) as Bps;
}

/** Largest share that a move may bring a position to: inside its maximum, at most half way to its target. None is needed at 100 %. */
export function innerMax({ max: most, target }: Band): Bps {
  if (most === BPS_ONE) return most;
  return less(most, min<bigint>(HYSTERESIS, (most - target) / 2n));
}

/** Smallest share that a move may bring a position to. None is needed at 0. */
export function innerMin({ min: least, target }: Band): Bps {
  if (least === 0n) return least;
  return less(least, -min<bigint>(HYSTERESIS, (target - least) / 2n));
}

/** Largest share that moves may bring a protocol to. */
export function innerCap(most: Bps): Bps {
  if (most === BPS_ONE) return most;
  return less(most, min<bigint>(HYSTERESIS, most / 2n));
}

/** Smallest share of liquidity that moves may leave. A rung of nothing asks for nothing. */
export function innerRung(share: Bps): Bps {
  if (share === 0n) return share;
  return max(share, min(less(share, -HYSTERESIS), BPS_ONE));
}

/** A billionth, and one unit: more than what rounding can take from an amount on its way through values, rates and curves. */
function hair(amount: bigint): bigint {
  return amount / 1_000_000_000n + 1n;
}

/** A hair more than an amount, so that rounding cannot bring it below. */
export function justAbove<T extends bigint>(amount: T): T {
  return (amount + hair(amount)) as T;
}

/** A hair less than an amount, at least 0, so that rounding cannot bring it above. */
export function justBelow<T extends bigint>(amount: T): T {
  return (amount > hair(amount) ? amount - hair(amount) : 0n) as T;
}
