import { type Portfolio, portfolioOf, venueValue, waitingValue } from "../../portfolio/portfolio.ts";
import type { BaseUnits, Bps, VenueId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { subtractToZero } from "../../units/order.ts";
import { isAboveShare, portionDown, shareUp } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { reduceLargest } from "./reduceLargest.ts";

const ID = "protocol-cap";

type Cap = { readonly venue: VenueId; readonly max: Bps };

/** What is above the cap and not on its way out already. */
function excessOf(portfolio: Portfolio, { venue, max }: Cap): BaseUnits {
  const above = subtractToZero<BaseUnits>(venueValue(portfolio, venue), portionDown(portfolio.total, max));
  return subtractToZero(above, waitingValue(portfolio, venue));
}

function reduction(portfolio: Portfolio, cap: Cap): Pick<Finding, "code" | "level" | "effect"> {
  const excess = excessOf(portfolio, cap);
  const inside = portfolio.holdings.filter(({ venue }) => venue === cap.venue);
  const positions = inside.map((each) => each.position);
  if (excess === 0n || inside.length === 0)
    return { code: "leaving-cap", level: "notice", effect: { kind: "freeze-entries", positions } };
  return { code: "above-cap", level: "warning", effect: reduceLargest(inside, excess) };
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
