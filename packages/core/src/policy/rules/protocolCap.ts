import { type Portfolio, portfolioOf, venueValue, waitingValue } from "../../portfolio/portfolio.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import type { BaseUnits, Bps, VenueId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { subtractToZero } from "../../units/order.ts";
import { isAboveShare, portionDown, shareUp } from "../../units/share.ts";
import type { Effect, Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";

const ID = "protocol-cap";

type Cap = { readonly venue: VenueId; readonly max: Bps };

/** The venue's largest position bears the whole reduction; a tie goes to the first by name. */
function largestIn(portfolio: Portfolio, venue: VenueId): PositionReading | undefined {
  const [largest] = portfolio.holdings
    .filter((each) => each.venue === venue)
    .toSorted((a, b) =>
      a.value === b.value ? compareText(a.position, b.position) : a.value > b.value ? -1 : 1,
    );
  return largest;
}

/** What is above the cap and not on its way out already. */
function excessOf(portfolio: Portfolio, { venue, max }: Cap): BaseUnits {
  const above = subtractToZero<BaseUnits>(venueValue(portfolio, venue), portionDown(portfolio.total, max));
  return subtractToZero(above, waitingValue(portfolio, venue));
}

function reduction(portfolio: Portfolio, cap: Cap): Pick<Finding, "code" | "level" | "effect"> {
  const largest = largestIn(portfolio, cap.venue);
  const excess = excessOf(portfolio, cap);
  const positions = portfolio.holdings
    .filter(({ venue }) => venue === cap.venue)
    .map((each) => each.position);
  if (excess === 0n || largest === undefined)
    return { code: "leaving-cap", level: "notice", effect: { kind: "freeze-entries", positions } };
  const target = subtractToZero(largest.value, excess);
  const effect: Effect = { kind: "reduce-to", position: largest.position, target, urgent: false };
  return { code: "above-cap", level: "warning", effect };
}

function judge(portfolio: Portfolio, cap: Cap): Finding {
  const { venue, max } = cap;
  const inside = portfolio.holdings.filter((each) => each.venue === venue);
  const waiting = portfolio.tickets.filter((each) => each.venue === venue);
  const base = {
    rule: ID,
    subject: { kind: "venue", id: venue },
    limit: { unit: "bps", value: max },
    evidence: [
      ...[...inside, ...waiting].map((each) => each.source),
      { kind: "policy", path: `caps.protocols.${venue}` },
    ],
  } as const satisfies Partial<Finding>;
  if (portfolio.unknown.length > 0) {
    const positions = inside.map((each) => each.position);
    return {
      ...base,
      code: "share-unknown",
      level: "unknown",
      measured: null,
      effect: { kind: "freeze-entries", positions },
    };
  }
  const value = venueValue(portfolio, venue);
  const measured = { unit: "bps", value: shareUp(value, portfolio.total) } as const;
  if (!isAboveShare(value, { max, of: portfolio.total })) {
    return { ...base, code: "within-cap", level: "ok", measured, effect: { kind: "none" } };
  }
  return { ...base, measured, ...reduction(portfolio, cap) };
}

/**
 * Caps the share of the account's value at one protocol's risk: over all its positions, and what waits in its queues until it is claimed. Guards against a protocol's failure
 * reaching the account by several doors at once, which bands on single positions do not see. What waits is leaving: above the cap because of it, nothing more is asked to leave,
 * and nothing enters.
 */
export const protocolCap: Rule = {
  id: ID,
  codes: ["within-cap", "above-cap", "leaving-cap", "share-unknown"],
  evaluate: (context) => {
    const portfolio = portfolioOf(context);
    return context.policy.caps.protocols
      .toSorted((a, b) => compareText(a.venue, b.venue))
      .map((cap) => judge(portfolio, cap));
  },
};
