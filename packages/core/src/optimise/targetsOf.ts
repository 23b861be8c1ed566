import { outputAtDown } from "../curve/outputAtDown.ts";
import { guaranteedDown } from "../plan/allocate/chain.ts";
import type { Line } from "../plan/planningFacts.ts";
import type { AllocationAnswer } from "../plan/types.ts";
import type { RawAmount } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { min, subtractToZero, sumValues } from "../units/order.ts";
import { baseUnits, rawAmount } from "../units/quantities.ts";
import { amountForValueDown, valueDown } from "../units/value.ts";
import { WAD_ONE, wadMulDown } from "../units/wadMath.ts";
import { isAtMost, limitedBy } from "./limitedBy.ts";
import type { LinearProblem } from "./linearProblem.ts";
import type { Model } from "./model.ts";
import type { Trade } from "./trade.ts";

type Target = AllocationAnswer["targets"][number];
type Solved = {
  readonly model: Model;
  readonly problem: LinearProblem;
  readonly values: ReadonlyMap<string, bigint>;
};

/** Share of the account that a trade takes in; nothing where it was not chosen, whatever the solver's tolerance left of it. */
function takenBy({ values }: Solved, { choice, pieces }: Trade): bigint {
  if (values.get(choice) !== WAD_ONE) return 0n;
  return pieces.reduce((sum, { column }) => sum + (values.get(column) ?? 0n), 0n);
}

/** The exact amount that goes in, rounded down; the bound itself where it was reached, so that no dust stays of a holding that is sold. */
function amountIn(
  { model }: Solved,
  { trade, share }: { readonly trade: Trade; readonly share: bigint },
): RawAmount {
  if (isAtMost(trade, share)) return trade.bound.amount;
  const value = baseUnits(wadMulDown(share, model.facts.total as bigint as typeof WAD_ONE));
  const amount = trade.kind === "sell" ? amountForValueDown(value, trade.line.rate) : rawAmount(value);
  return min(amount, trade.bound.amount);
}

type Move = { readonly trade: Trade; readonly amount: RawAmount; readonly by: string };

function movesOf(solved: Solved): Move[] {
  const { sales, purchases } = solved.model;
  const trades = [...sales, ...purchases];
  const taken = new Map(trades.map((trade) => [trade, takenBy(solved, trade)]));
  const found = { model: solved.model, rows: solved.problem.rows, values: solved.values, taken };
  return trades
    .map((trade) => ({
      trade,
      amount: amountIn(solved, { trade, share: taken.get(trade) ?? 0n }),
      by: limitedBy(found, trade),
    }))
    .filter(({ amount }) => amount > 0n);
}

function lineTarget(line: Line, moves: readonly Move[]): Target {
  const { position } = line;
  const move = moves.find(({ trade }) => trade.line === line);
  if (move === undefined) return { position, value: line.value, limitedBy: "unmoved" };
  const { trade, amount, by } = move;
  if (trade.kind === "sell") {
    return { position, value: valueDown(rawAmount(line.amount - amount), line.rate), limitedBy: by };
  }
  const bought = line.enter === null ? null : outputAtDown(line.enter, amount);
  return {
    position,
    value: sumValues([line.value, valueDown(bought ?? rawAmount(0n), line.rate)]),
    limitedBy: by,
  };
}

/** Idle money that stays if every exit pays only its minimum. */
function idleTarget({ model }: Solved, moves: readonly Move[]): Target {
  const { position, value } = model.facts.idle;
  const money = moves.map(({ trade: { kind, line }, amount }) => {
    if (kind === "buy") return -amount;
    return line.exit === null ? 0n : guaranteedDown(line.exit, amount);
  });
  const change = money.reduce((sum, each) => sum + each, 0n);
  const after = baseUnits(subtractToZero(value + (change > 0n ? change : 0n), change > 0n ? 0n : -change));
  return { position, value: after, limitedBy: moves.length === 0 ? "unmoved" : "gain" };
}

/** A solution as the value that every position should have, sorted by position: integers, each move rounded down and never above its bound. */
export function targetsOf(solved: Solved): Target[] {
  const moves = movesOf(solved);
  const lines = solved.model.facts.lines.map((line) => lineTarget(line, moves));
  return [idleTarget(solved, moves), ...lines].toSorted((a, b) => compareText(a.position, b.position));
}
