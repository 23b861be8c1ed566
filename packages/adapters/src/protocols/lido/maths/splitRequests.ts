import { RequestBelowMinimum } from "./RequestBelowMinimum.ts";
import { MAX_REQUEST, MIN_REQUEST } from "./requestLimits.ts";

/**
 * Splits an amount into as few requests as the queue's limits allow. They add up to the amount, to the wei: where the rest would be too
 * small, the request before it gives up what is wanting.
 *
 * @param amount wei of stETH
 * @throws RequestBelowMinimum when it is less than one request may be
 */
export function splitRequests(amount: bigint): readonly bigint[] {
  if (amount < MIN_REQUEST) throw new RequestBelowMinimum(amount);
  const whole = amount / MAX_REQUEST;
  const rest = amount % MAX_REQUEST;
  const full = Array.from({ length: Number(whole) }, () => MAX_REQUEST);
  if (rest === 0n) return full;
  if (rest >= MIN_REQUEST) return [...full, rest];
  return [...full.slice(1), MAX_REQUEST + rest - MIN_REQUEST, MIN_REQUEST];
}
