import type { RuleContext } from "../policy/rule.ts";
import type { PositionReading } from "../snapshot/types.ts";
import type { BaseUnits, VenueId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { sumValues } from "../units/order.ts";
import { rateOf } from "./rateOf.ts";

/** What the account holds, as far as it is known. */
export type Portfolio = {
  /** Sorted by position. */
  readonly holdings: readonly PositionReading[];
  /** Accounting value of all holdings: a share of it means something only when `unknown` is empty. */
  readonly total: BaseUnits;
  /** What keeps the total from being known, as Missing names it; sorted, without doubles. */
  readonly unknown: readonly string[];
};

const VALUE_SUBJECTS = ["position:", "rate:", "venue:"];

function unreadUniverse({ snapshot, policy }: RuleContext): string[] {
  const read = new Set(snapshot.positions.map((each) => each.position));
  return policy.universe
    .filter((band) => !read.has(band.position))
    .map((band) => `position:${band.position}`);
}

function unratedHoldings({ snapshot }: RuleContext): string[] {
  return snapshot.positions
    .filter((each) => rateOf(snapshot, each.asset) === null)
    .map((each) => `rate:${each.asset}`);
}

/**
 * The account's holdings and their total. One position that could not be read makes every share unknown, so what was not read is
 * listed here and every rule on shares asks first.
 */
export function portfolioOf(context: RuleContext): Portfolio {
  const { snapshot } = context;
  const missing = snapshot.missing
    .map((each) => each.subject)
    .filter((subject) => VALUE_SUBJECTS.some((prefix) => subject.startsWith(prefix)));
  const unknown = new Set([...missing, ...unreadUniverse(context), ...unratedHoldings(context)]);
  return {
    holdings: snapshot.positions.toSorted((a, b) => compareText(a.position, b.position)),
    total: sumValues(snapshot.positions.map((each) => each.value)),
    unknown: [...unknown].sort(compareText),
  };
}

/** Value held directly in one venue. */
export function venueValue(portfolio: Portfolio, venue: VenueId): BaseUnits {
  return sumValues(portfolio.holdings.filter((each) => each.venue === venue).map((each) => each.value));
}
