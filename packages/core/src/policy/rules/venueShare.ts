import type { BaseUnits, Bps, VenueId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { subtractToZero, sumValues } from "../../units/order.ts";
import { baseUnits } from "../../units/quantities.ts";
import { isAboveShare, portionDown, shareUp } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { freezing } from "./answer.ts";
import { positionsIn, watchedPositions } from "./concerned.ts";
import { reduceLargest } from "./reduceLargest.ts";
import { isOursToCure, isTreasuryUnknown, stakeSources, stakesOf } from "./treasury.ts";

const ID = "venue-share";

function judge(context: RuleContext, { venue, max }: { venue: VenueId; max: Bps }): Finding {
  const stakes = stakesOf(context, (held) => held.venue === venue);
  const together = sumValues(stakes.map((each) => each.value));
  const stated = context.snapshot.figures.find((each) => each.venue === venue && each.figure === "tvl");
  const base = {
    rule: ID,
    subject: { kind: "venue", id: venue },
    measured: null,
    limit: { unit: "bps", value: max },
    evidence: [
      ...(stated === undefined ? [] : [stated.source]),
      ...stakeSources(stakes),
      { kind: "policy", path: "caps.venueShare" },
    ],
  } as const satisfies Partial<Finding>;
  const frozen = freezing(positionsIn(context, venue));
  // A venue that says it holds nothing contradicts whoever holds something there.
  const isContradicted = stated?.value === 0n && together > 0n;
  if (stated === undefined || isContradicted || isTreasuryUnknown(context))
    return { ...base, code: "share-unknown", level: "unknown", effect: frozen };
  const whole = baseUnits(stated.value);
  const measured = { unit: "bps", value: shareUp(together, whole) } as const;
  if (!isAboveShare(together, { max, of: whole }))
    return { ...base, code: "within-share", level: "ok", measured, effect: { kind: "none" } };
  const excess = subtractToZero<BaseUnits>(together, portionDown(whole, max));
  const effect = isOursToCure(stakes) ? reduceLargest(stakes[0].held, excess) : frozen;
  return { ...base, code: "above-share", level: "warning", measured, effect };
}

/**
 * Caps the share of a venue's whole value that the treasury's accounts hold together. Guards against being the venue's market oneself: who holds a large part of it cannot leave without moving
 * the price, the queue and the rate that everything is judged by. What waits in a queue has left the share. One account cures a breach, the one with most there; the others add
 * nothing meanwhile. A venue whose value was not read, or that says it holds nothing while something is held there, is unknown and freezes entries.
 */
export const venueShare: Rule = {
  id: ID,
  codes: ["within-share", "above-share", "share-unknown"],
  evaluate: (context) => {
    const max = context.policy.caps.venueShare;
    if (max === undefined) return [];
    const venues = new Set(watchedPositions(context).map((held) => held.venue));
    return [...venues].sort(compareText).map((venue) => judge(context, { venue, max }));
  },
};
