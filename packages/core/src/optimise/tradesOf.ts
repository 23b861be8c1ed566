import { outputAtDown } from "../curve/outputAtDown.ts";
import { liquidPart } from "../plan/allocate/liquidity.ts";
import type { Needs } from "../plan/allocate/needs.ts";
import { growRoom, shrinkRoom } from "../plan/allocate/rooms.ts";
import { purchaseBound, saleBound } from "../plan/allocate/tradeBounds.ts";
import type { Line, PlanningFacts } from "../plan/planningFacts.ts";
import type { RuleContext } from "../policy/rule.ts";
import { rawAmount } from "../units/quantities.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { piecesOf } from "./pieces.ts";
import type { Trade } from "./trade.ts";

type Market = {
  readonly context: RuleContext;
  readonly facts: PlanningFacts;
  readonly needs: Needs;
  readonly isLadderAsked: boolean;
};

type Place = { readonly line: Line; readonly index: number };

function places({ facts }: Market): Place[] {
  return facts.lines.map((line, index) => ({ line, index }));
}

function made(trade: Omit<Trade, "most">): Trade[] {
  const most = trade.pieces.reduce((sum, piece) => sum + piece.width, 0n);
  return most === 0n ? [] : [{ ...trade, most }];
}

function saleOf({ context, facts, isLadderAsked }: Market, { line, index }: Place): Trade[] {
  const { exit: curve, rate } = line;
  if (curve === null) return [];
  const { slippage } = context.policy.costs;
  const bound = saleBound(line, { curve, slippage, room: shrinkRoom(line, facts.total) });
  const pieces = piecesOf({
    name: `s${index}`,
    curve,
    most: bound.amount,
    rateIn: rate,
    rateOut: WAD_ONE,
    total: facts.total,
    liquidAfter: isLadderAsked
      ? (sold) => liquidPart(context, { line, amount: rawAmount(line.amount - sold), sold })
      : null,
  });
  return made({ kind: "sell", line, choice: `zs${index}`, pieces, bound });
}

function purchaseOf({ context, facts, isLadderAsked }: Market, { line, index }: Place): Trade[] {
  const { enter: curve, rate } = line;
  if (curve === null) return [];
  const { slippage } = context.policy.costs;
  const bound = purchaseBound(line, { curve, slippage, room: growRoom(line, facts.total) });
  const pieces = piecesOf({
    name: `b${index}`,
    curve,
    most: bound.amount,
    rateIn: WAD_ONE,
    rateOut: rate,
    total: facts.total,
    liquidAfter: isLadderAsked
      ? (spent) => {
          const amount = rawAmount(line.amount + (outputAtDown(curve, spent) ?? 0n));
          return liquidPart(context, { line, amount, sold: rawAmount(0n) });
        }
      : null,
  });
  return made({ kind: "buy", line, choice: `zb${index}`, pieces, bound });
}

/** Every position that may be sold, as far as it may. One of unknown yield is left only where a limit forces it out. */
export function salesOf(market: Market): Trade[] {
  const { needs } = market;
  return places(market)
    .filter(({ line }) => line.mayExit && !needs.buy.has(line.position))
    .filter(({ line }) => line.yield !== null || needs.sell.has(line.position))
    .flatMap((place) => saleOf(market, place));
}

/** Every position that may be bought, as far as it may. One of unknown yield is entered only where a limit asks for it. */
export function purchasesOf(market: Market): Trade[] {
  const { needs } = market;
  return places(market)
    .filter(({ line }) => line.mayEnter && !needs.sell.has(line.position))
    .filter(({ line }) => line.yield !== null || needs.buy.has(line.position))
    .flatMap((place) => purchaseOf(market, place));
}
