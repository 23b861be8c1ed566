import { YEAR } from "../history/year.ts";
import { GAS_PER_ACTION, GAS_PER_BATCH, gasCost } from "../plan/gasEstimate.ts";
import type { Seconds } from "../units/brands.ts";
import { mulDivDown, mulDivUp } from "../units/mulDiv.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { ANY } from "./limits/batchLimits.ts";
import { hasSurplus, surplusColumn } from "./limits/tradingCost.ts";
import type { Term } from "./linearProblem.ts";
import { type Model, shareUp } from "./model.ts";
import { termsOf } from "./trade.ts";

/** Yield of a unit of value over a time, as the figures of a plan count it: simple interest, nothing where it is not known. */
function yieldTerms({ facts, sales, purchases }: Model, over: Seconds): Term[] {
  const time = { times: over, over: YEAR };
  const idle = mulDivDown(facts.idle.yield ?? 0n, time);
  const kept = (value: bigint, each: bigint) => mulDivDown(value, { times: each, over: WAD_ONE });
  return [
    ...termsOf(sales, ({ quoted }, { line }) => kept(quoted, idle) - mulDivUp(line.yield ?? 0n, time)),
    ...termsOf(purchases, ({ quoted }, { line }) => kept(quoted, mulDivDown(line.yield ?? 0n, time)) - idle),
  ];
}

/** What trading gives up at its quotes; a trade that a market pays above the rate has a column of its own for it. */
function costTerms({ sales, purchases }: Model): Term[] {
  const trades = [...sales, ...purchases];
  return [
    ...termsOf(
      trades.filter((trade) => !hasSurplus(trade)),
      ({ quoted }) => quoted - WAD_ONE,
    ),
    ...trades.filter(hasSurplus).map((trade) => ({ column: surplusColumn(trade), times: -WAD_ONE })),
  ];
}

/** Fixed gas of every swap, and once of the batch. */
function gasTerms(model: Model): Term[] {
  const { gas } = model.context.snapshot;
  if (gas === null) return [];
  const share = (units: bigint) => -shareUp(model, gasCost(units, gas));
  const trades = [...model.sales, ...model.purchases];
  return [
    ...trades.map(({ choice }) => ({ column: choice, times: share(GAS_PER_ACTION) })),
    { column: ANY, times: share(GAS_PER_BATCH) },
  ];
}

/**
 * Net gain over a time, as a share of the account: yield after less yield before, less what the trades give up and their gas. The same sum as the figures of the plan. A charge
 * for risk joins here when the policy has an aversion to it.
 */
export function netGain(
  model: Model,
  { over, isGasFree }: { readonly over: Seconds; readonly isGasFree: boolean },
): Term[] {
  const terms = [...yieldTerms(model, over), ...costTerms(model), ...(isGasFree ? [] : gasTerms(model))];
  const sums = new Map<string, bigint>();
  for (const { column, times } of terms) sums.set(column, (sums.get(column) ?? 0n) + times);
  return [...sums].map(([column, times]) => ({ column, times }));
}
