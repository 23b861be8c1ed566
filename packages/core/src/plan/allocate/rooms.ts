import type { RuleContext } from "../../policy/rule.ts";
import { portfolioOf, venueValue } from "../../portfolio/portfolio.ts";
import type { BaseUnits, VenueId } from "../../units/brands.ts";
import { subtractToZero } from "../../units/order.ts";
import { baseUnits } from "../../units/quantities.ts";
import { portionDown, portionUp } from "../../units/share.ts";
import type { Line } from "../planningFacts.ts";
import { innerCap, innerMax, innerMin } from "./innerLimits.ts";

/** How far a position may shrink or grow, and the limit that says so. */
export type Room = { readonly value: BaseUnits; readonly by: string };

/** How far a position may shrink before it leaves its minimum; null when nothing but the holding bounds it. */
export function shrinkRoom({ value, band }: Line, total: BaseUnits): Room | null {
  if (band === null || band.min === 0n) return null;
  return { value: subtractToZero(value, portionUp(total, innerMin(band))), by: "band" };
}

/** How far a position may grow before it leaves its maximum; nothing where the policy does not list it. */
export function growRoom({ value, band }: Line, whole: BaseUnits): Room {
  const most = band === null ? baseUnits(0n) : portionDown(whole, innerMax(band));
  return { value: subtractToZero(most, value), by: "band" };
}

/** What a capped venue may still take; null where it has no cap. */
export function capRoom(
  context: RuleContext,
  { venue, whole }: { readonly venue: VenueId; readonly whole: BaseUnits },
): BaseUnits | null {
  const cap = context.policy.caps.protocols.find((each) => each.venue === venue);
  if (cap === undefined) return null;
  return subtractToZero(portionDown(whole, innerCap(cap.max)), venueValue(portfolioOf(context), venue));
}
