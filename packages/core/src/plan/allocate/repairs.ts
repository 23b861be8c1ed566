import { inputForOutputUp } from "../../curve/inputForOutputUp.ts";
import type { RuleContext } from "../../policy/rule.ts";
import { min } from "../../units/order.ts";
import { amountForValueUp } from "../../units/value.ts";
import { guaranteedDown } from "./chain.ts";
import { illiquidAmount } from "./liquidity.ts";
import type { Market } from "./market.ts";
import { type Flow, match } from "./match.ts";
import type { Need, Needs } from "./needs.ts";
import type { Side } from "./side.ts";

type Repair = { readonly context: RuleContext; readonly market: Market; readonly needs: Needs };

function needOf(needs: ReadonlyMap<string, Need>, { chain }: Side): Need | undefined {
  return needs.get(chain.line.position);
}

/** Guaranteed money of the sale that a limit forces; the idle position's money is itself. */
function forcedSale({ needs }: Repair, side: Side): bigint {
  const { line, bound } = side.chain;
  const value = needOf(needs.sell, side)?.value;
  if (value === undefined) return bound;
  if (line.exit === null) return min<bigint>(value, bound);
  return min(guaranteedDown(line.exit, min(amountForValueUp(value, line.rate), line.amount)), bound);
}

/** Money for the purchase that a limit forces. */
function forcedPurchase({ needs }: Repair, side: Side): bigint {
  const { line, bound } = side.chain;
  const value = needOf(needs.buy, side)?.value;
  if (value === undefined) return bound;
  if (line.enter === null) return min<bigint>(value, bound);
  return min<bigint>(inputForOutputUp(line.enter, amountForValueUp(value, line.rate)) ?? bound, bound);
}

/** What the market does not take of a position at once: selling the rest would make nothing more liquid than it is. */
function stuckMoney({ context }: Repair, { chain: { line, bound } }: Side): bigint {
  return line.exit === null ? 0n : min(guaranteedDown(line.exit, illiquidAmount(context, line)), bound);
}

/**
 * What limits force. Forced against forced first, since it costs least to repair two limits with one move; then what must leave goes where it
 * yields most, and what must be bought is paid by what yields least. Idle money that only the ladder lacks comes from what is not liquid.
 */
export function repairs(repair: Repair): Flow[] {
  const { market, needs } = repair;
  const { idle } = market.facts;
  const mustSell = market.supplies.filter((side) => needOf(needs.sell, side) !== undefined);
  const mustBuy = market.demands.filter((side) => needOf(needs.buy, side) !== undefined);
  const isForLadder = ({ chain }: Side) =>
    chain.line === idle && needs.buy.get(idle.position)?.by === "liquidity";
  const usual = (side: Side) =>
    market.supplies.includes(side) ? forcedSale(repair, side) : forcedPurchase(repair, side);
  const stuck = (side: Side) =>
    market.supplies.includes(side) ? stuckMoney(repair, side) : forcedPurchase(repair, side);
  const forced = { capOf: usual };
  return [
    ...match(market, { ...forced, supplies: mustSell, demands: mustBuy }),
    ...match(market, { ...forced, supplies: mustSell, demands: market.demands }),
    ...match(market, {
      ...forced,
      supplies: market.supplies,
      demands: mustBuy.filter((side) => !isForLadder(side)),
    }),
    ...match(market, {
      ...forced,
      supplies: market.supplies,
      demands: mustBuy.filter(isForLadder),
      capOf: stuck,
    }),
  ];
}
