import { inputForOutputUp } from "../../curve/inputForOutputUp.ts";
import { outputAtDown } from "../../curve/outputAtDown.ts";
import { min } from "../../units/order.ts";
import { baseUnits, rawAmount } from "../../units/quantities.ts";
import { amountForValueDown, valueDown } from "../../units/value.ts";
import { type Passing, passLadder, withinLadder } from "./ladder.ts";
import type { Market } from "./market.ts";
import type { Side } from "./side.ts";

/** How much may pass, and which side is stopped for good by which limit. */
export type Step = {
  readonly money: bigint;
  readonly stop: { readonly side: Side; readonly by: string } | null;
};

/** Value that a demand gains from `money` more. */
function gained({ chain: { line }, used }: Side, money: bigint): bigint {
  const { enter } = line;
  if (enter === null) return money;
  const out = (spent: bigint) => outputAtDown(enter, rawAmount(spent)) ?? 0n;
  return valueDown(rawAmount(out(used + money) - out(used)), line.rate);
}

/** A venue's cap bounds what all its positions together may gain; a move inside the venue gains it nothing. */
function withinVenue({ venueRoom }: Market, { supply, demand, money }: Passing): bigint {
  const { line } = demand.chain;
  const room = venueRoom.get(line.venue);
  if (room === undefined || line.enter === null || supply.chain.line.venue === line.venue) return money;
  if (gained(demand, money) <= room) return money;
  const already = outputAtDown(line.enter, rawAmount(demand.used)) ?? 0n;
  const more = amountForValueDown(baseUnits(room), line.rate);
  const most = inputForOutputUp(line.enter, rawAmount(already + more));
  return most === null || most <= demand.used ? 0n : min<bigint>(money, most - demand.used);
}

/** How much of `money` may pass between a pair. Liquidity stops the buyer, or the seller where the money was to stay idle. */
export function allowedStep(market: Market, passing: Passing): Step {
  const inVenue = withinVenue(market, passing);
  const { ladder } = market;
  const money =
    ladder === null ? inVenue : withinLadder(ladder, { ...passing, money: inVenue, sides: market });
  if (money < inVenue) {
    const side = passing.demand.chain.line === market.facts.idle ? passing.supply : passing.demand;
    return { money, stop: { side, by: "liquidity" } };
  }
  return { money, stop: money < passing.money ? { side: passing.demand, by: "protocol-cap" } : null };
}

/** Records that money passed between a pair. */
export function takeStep(market: Market, { supply, demand, money }: Passing): void {
  if (market.ladder !== null) passLadder(market.ladder, { supply, demand, money });
  const to = demand.chain.line.venue;
  const room = market.venueRoom.get(to);
  if (room !== undefined && supply.chain.line.venue !== to)
    market.venueRoom.set(to, room - gained(demand, money));
  supply.used += money;
  demand.used += money;
}
