import type { Bps } from "../../units/brands.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { subtractToZero } from "../../units/order.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";

/** A fall from an earlier value, in one unit for both. */
export type Fall = {
  /** In basis points of the earlier value, rounded up; 0 for growth. */
  readonly share: Bps;
  /** More than the threshold; exact. */
  readonly isBeyond: boolean;
};

/** How far a value lies below an earlier one. What was nothing cannot fall. */
export function fallFrom(
  before: bigint,
  { now, threshold }: { readonly now: bigint; readonly threshold: Bps },
): Fall {
  const fallen = subtractToZero<bigint>(before, now);
  const share = ratioBps(fallen === 0n ? 0n : mulDivUp(fallen, { times: BPS_ONE, over: before }));
  return { share, isBeyond: fallen * BPS_ONE > threshold * before };
}
