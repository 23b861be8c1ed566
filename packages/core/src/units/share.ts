import type { BaseUnits, Bps } from "./brands.ts";
import { mulDivDown, mulDivUp } from "./mulDiv.ts";
import { baseUnits, ratioBps } from "./quantities.ts";

/** 100 % in basis points. */
export const BPS_ONE = 10_000n as Bps;

/** `share` of `whole`, rounded down. */
export function portionDown(whole: BaseUnits, share: Bps): BaseUnits {
  return baseUnits(mulDivDown(whole, { times: share, over: BPS_ONE }));
}

/** `share` of `whole`, rounded up. */
export function portionUp(whole: BaseUnits, share: Bps): BaseUnits {
  return baseUnits(mulDivUp(whole, { times: share, over: BPS_ONE }));
}

/**
 * What share of `whole` the `part` is, in basis points, rounded down. To show, never to compare: use isAboveShare.
 * The share of an empty whole is 0: nothing is held, so nothing is concentrated.
 */
export function shareDown(part: BaseUnits, whole: BaseUnits): Bps {
  return ratioBps(whole === 0n ? 0n : mulDivDown(part, { times: BPS_ONE, over: whole }));
}

/** As shareDown, rounded up. */
export function shareUp(part: BaseUnits, whole: BaseUnits): Bps {
  return ratioBps(whole === 0n ? 0n : mulDivUp(part, { times: BPS_ONE, over: whole }));
}

/** Whether `part` is more than `max` of `whole`; exact. An empty whole is never above. */
export function isAboveShare(
  part: BaseUnits,
  { max, of }: { readonly max: Bps; readonly of: BaseUnits },
): boolean {
  return of > 0n && part * BPS_ONE > max * of;
}

/** Whether `part` is less than `min` of `whole`; exact. An empty whole is never below. */
export function isBelowShare(
  part: BaseUnits,
  { min, of }: { readonly min: Bps; readonly of: BaseUnits },
): boolean {
  return of > 0n && part * BPS_ONE < min * of;
}
