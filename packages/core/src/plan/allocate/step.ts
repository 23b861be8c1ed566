import { inputForOutputUp } from "../../curve/inputForOutputUp.ts";
import { outputAtDown } from "../../curve/outputAtDown.ts";
import type { RawAmount } from "../../units/brands.ts";
import { min } from "../../units/order.ts";
import { baseUnits, rawAmount } from "../../units/quantities.ts";
import { amountForValueDown, valueDown } from "../../units/value.ts";
import { saleFor } from "./chain.ts";
import { liquidPart } from "./liquidity.ts";
import type { Market, Side } from "./market.ts";

/** A supply and a demand that could trade. */
export type Pair = { readonly supply: Side; readonly demand: Side };

function isIdle({ facts }: Market, { chain }: Side): boolean {
  return chain.line === facts.idle;
}

/** Amount of the asset left after selling for so much guaranteed money. */
function amountAfterSale({ chain: { line } }: Side, money: bigint): RawAmount {
  if (line.exit === null) return line.amount;
  return rawAmount(line.amount - saleFor(line.exit, { money, most: line.amount }));
}

function amountAfterPurchase({ chain: { line } }: Side, money: bigint): RawAmount {
  const bought = line.enter === null ? 0n : (outputAtDown(line.enter, rawAmount(money)) ?? 0n);
  return rawAmount(line.amount + bought);
}

/** What the account's liquidity becomes if `money` more passes between the pair. */
function liquidAfter(market: Market, { supply, demand, money }: Pair & { readonly money: bigint }): bigint {
  const { ladder } = market;
  if (ladder === null) return 0n;
  const { depths } = ladder;
  let liquid = ladder.liquid;
  if (isIdle(market, supply)) liquid -= money;
  else {
    const part = (used: bigint) =>
      liquidPart(supply.chain.line, { amount: amountAfterSale(supply, used), depths });
    liquid += part(supply.used + money) - part(supply.used);
  }
  if (isIdle(market, demand)) return liquid + money;
  const part = (used: bigint) =>
    liquidPart(demand.chain.line, { amount: amountAfterPurchase(demand, used), depths });
  return liquid + part(demand.used + money) - part(demand.used);
}

/** Largest part of `money` that keeps the ladder; found by halving, since liquidity has no closed form over two curves. */
function withinLadder(market: Market, trade: Pair & { readonly money: bigint }): bigint {
  const { ladder } = market;
  const keeps = (money: bigint) =>
    ladder === null || liquidAfter(market, { ...trade, money }) >= ladder.floor;
  if (keeps(trade.money)) return trade.money;
  let [low, high] = [0n, trade.money];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (keeps(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Value that a demand gains from `money` more. */
function gained({ chain: { line }, used }: Side, money: bigint): bigint {
  if (line.enter === null) return money;
  const out = (spent: bigint) =>
    line.enter === null ? 0n : (outputAtDown(line.enter, rawAmount(spent)) ?? 0n);
  return valueDown(rawAmount(out(used + money) - out(used)), line.rate);
}

function withinVenue(
  { venueRoom }: Market,
  { supply, demand, money }: Pair & { readonly money: bigint },
): bigint {
  const { line } = demand.chain;
  const room = venueRoom.get(line.venue);
  if (room === undefined || line.enter === null || supply.chain.line.venue === line.venue) return money;
  if (gained(demand, money) <= room) return money;
  const already = outputAtDown(line.enter, rawAmount(demand.used)) ?? 0n;
  const more = amountForValueDown(baseUnits(room), line.rate);
  const most = inputForOutputUp(line.enter, rawAmount(already + more));
  return most === null || most <= demand.used ? 0n : min<bigint>(money, most - demand.used);
}

/** How much of `money` may pass between a pair, and what stops the rest. */
export function allowedStep(
  market: Market,
  trade: Pair & { readonly money: bigint },
): { readonly money: bigint; readonly stop: { readonly side: Side; readonly by: string } | null } {
  const inVenue = withinVenue(market, trade);
  const money = withinLadder(market, { ...trade, money: inVenue });
  if (money < inVenue) {
    return {
      money,
      stop: { side: isIdle(market, trade.demand) ? trade.supply : trade.demand, by: "liquidity" },
    };
  }
  return { money, stop: money < trade.money ? { side: trade.demand, by: "protocol-cap" } : null };
}

/** Records that `money` passed between a pair. */
export function takeStep(market: Market, { supply, demand, money }: Pair & { readonly money: bigint }): void {
  if (market.ladder !== null) market.ladder.liquid = liquidAfter(market, { supply, demand, money });
  const from = supply.chain.line.venue;
  const to = demand.chain.line.venue;
  if (from !== to) {
    const room = market.venueRoom.get(to);
    if (room !== undefined) market.venueRoom.set(to, room - gained(demand, money));
  }
  supply.used += money;
  demand.used += money;
}
