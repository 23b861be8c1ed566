import { inputForOutputUp } from "../../curve/inputForOutputUp.ts";
import { outputAtDown } from "../../curve/outputAtDown.ts";
import { min } from "../../units/order.ts";
import { baseUnits, rawAmount } from "../../units/quantities.ts";
import { amountForValueDown, valueDown } from "../../units/value.ts";
import { idleGain, withinIdle } from "./idleRoom.ts";
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

type Limit = { readonly by: string; readonly side: Side; readonly money: bigint };

/** Each limit's bound on what may pass, and the side that it stops: the buyer, or the seller where the money was to stay idle. */
function limits(market: Market, passing: Passing): Limit[] {
  const { ladder, facts, idleRoom: room } = market;
  const { supply, demand, money } = passing;
  const inVenue = { by: "protocol-cap", side: demand, money: withinVenue(market, passing) };
  const inIdle = {
    by: "band",
    side: supply,
    money: room === null ? money : withinIdle({ facts, room }, passing),
  };
  const allowed = min(inVenue.money, inIdle.money);
  const kept =
    ladder === null ? allowed : withinLadder(ladder, { ...passing, money: allowed, sides: market });
  const inLadder = {
    by: "liquidity",
    side: demand.chain.line === facts.idle ? supply : demand,
    money: kept < allowed ? kept : money,
  };
  return [inVenue, inIdle, inLadder];
}

/** How much of `money` may pass between a pair: the tightest limit's bound. */
export function allowedStep(market: Market, passing: Passing): Step {
  const tightest = limits(market, passing).reduce((least, each) => (each.money < least.money ? each : least));
  const { money, side, by } = tightest;
  return { money, stop: money < passing.money ? { side, by } : null };
}

/** Records that money passed between a pair. */
export function takeStep(market: Market, { supply, demand, money }: Passing): void {
  const passing = { supply, demand, money };
  if (market.ladder !== null) passLadder(market.ladder, passing);
  if (market.idleRoom !== null) market.idleRoom -= idleGain(market.facts, passing);
  const to = demand.chain.line.venue;
  const room = market.venueRoom.get(to);
  if (room !== undefined && supply.chain.line.venue !== to) {
    market.venueRoom.set(to, room - gained(demand, money));
  }
  supply.used += money;
  demand.used += money;
}
