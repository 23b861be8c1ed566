import type { RuleContext } from "../policy/rule.ts";
import type { PositionReading } from "../snapshot/types.ts";
import type { TicketReading } from "../ticket/ticketReading.ts";
import type { BaseUnits, PositionId, VenueId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { sumValues } from "../units/order.ts";
import { rateOf } from "./rateOf.ts";

/** What the account holds, as far as it is known. */
export type Portfolio = {
  /** Sorted by position. */
  readonly holdings: readonly PositionReading[];
  /** Withdrawals under way, sorted by ticket. */
  readonly tickets: readonly TicketReading[];
  /** Accounting value of all holdings and tickets: a share of it means something only when `unknown` is empty. */
  readonly total: BaseUnits;
  /** What keeps the total from being known, as Missing names it; sorted, without doubles. */
  readonly unknown: readonly string[];
};

const VALUE_SUBJECTS = ["position:", "rate:", "venue:", "ticket:"];

/** `eigenlayer:stETH@0x…` without whom it is staked with. */
function formOf(position: PositionId): string {
  return position.split("@", 1)[0] ?? position;
}

/**
 * What the policy lists and nobody read. A form is staked with one operator at a time, so a reading of it with another one, or with none after an
 * undelegation, says that the listed one is empty.
 */
function unreadUniverse({ snapshot, policy }: RuleContext): string[] {
  const read = new Set(snapshot.positions.map((each) => formOf(each.position)));
  return policy.universe
    .filter((band) => !read.has(formOf(band.position)))
    .map((band) => `position:${band.position}`);
}

function unratedHoldings({ snapshot }: RuleContext): string[] {
  const paid = snapshot.tickets.flatMap((ticket) => ticket.pays);
  return [...snapshot.positions, ...paid]
    .filter((each) => rateOf(snapshot, each.asset) === null)
    .map((each) => `rate:${each.asset}`);
}

/**
 * The account's holdings, what is on its way to it, and their total. One position or ticket that could not be read makes every share unknown, so what was not read is
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
    tickets: snapshot.tickets.toSorted((a, b) => compareText(a.ticket, b.ticket)),
    total: sumValues([...snapshot.positions, ...snapshot.tickets].map((each) => each.value)),
    unknown: [...unknown].sort(compareText),
  };
}

/** Value that waits in one venue's queues. */
export function waitingValue({ tickets }: Portfolio, venue: VenueId): BaseUnits {
  return sumValues(tickets.filter((each) => each.venue === venue).map((each) => each.value));
}

/** Value at one venue's risk: what is held there, and what waits in its queues until it is claimed. */
export function venueValue(portfolio: Portfolio, venue: VenueId): BaseUnits {
  const held = portfolio.holdings.filter((each) => each.venue === venue).map((each) => each.value);
  return sumValues([...held, waitingValue(portfolio, venue)]);
}
