import { largestInputWithin } from "../../curve/largestInputWithin.ts";
import { outputAtDown } from "../../curve/outputAtDown.ts";
import { wornCurve } from "../../curve/wornCurve.ts";
import type { RuleContext } from "../../policy/rule.ts";
import { liquidWithin } from "../../portfolio/liquidWithin.ts";
import { isBaseLike } from "../../portfolio/settlementAsset.ts";
import type { BaseUnits, RawAmount } from "../../units/brands.ts";
import { max, min, subtractToZero, sumValues } from "../../units/order.ts";
import { baseUnits, rawAmount } from "../../units/quantities.ts";
import { portionUp } from "../../units/share.ts";
import { valueDown } from "../../units/value.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Line, PlanningFacts } from "../planningFacts.ts";
import { innerRung } from "./innerLimits.ts";

const NONE = rawAmount(0n);

/** A position after some trading: how much there is, and how much was just sold on the route that the rest would take. */
export type Held = { readonly amount: RawAmount; readonly sold: RawAmount };

/** What a position could become of the base asset now: counted as the liquidity ladder counts it. */
export function liquidPart(
  { snapshot, policy }: RuleContext,
  { line, amount, sold }: Held & { readonly line: Line },
): BaseUnits {
  const whole = valueDown(amount, line.rate);
  if (isBaseLike(line.asset, snapshot.baseAsset)) return whole;
  if (line.exit === null) return baseUnits(0n);
  const curve = sold === 0n ? line.exit : wornCurve(line.exit, sold);
  const most = largestInputWithin({
    curve,
    rateIn: line.rate,
    rateOut: WAD_ONE,
    maxCost: policy.costs.slippage,
  });
  return min(baseUnits(outputAtDown(curve, min(amount, most)) ?? 0n), whole);
}

/** What the account could take home now. */
export function liquidNow(context: RuleContext, { idle, lines }: PlanningFacts): BaseUnits {
  return sumValues([
    idle.value,
    ...lines.map((line) => liquidPart(context, { line, amount: line.amount, sold: NONE })),
  ]);
}

/** Amount of a position beyond what its market takes now: selling it makes the account more liquid once the market has recovered. */
export function illiquidAmount(
  { policy }: RuleContext,
  { exit: curve, rate: rateIn, amount }: Line,
): RawAmount {
  if (curve === null) return NONE;
  const most = largestInputWithin({ curve, rateIn, rateOut: WAD_ONE, maxCost: policy.costs.slippage });
  return subtractToZero(amount, most);
}

/**
 * Liquidity that every rung asks of markets and idle money, with or without the hysteresis; 0 without rungs. What protocols pay within a rung's time
 * counts towards it; moves are taken to leave that as it is, and the rule on the state after them tells when they do not.
 */
export function liquidityFloor(
  context: RuleContext,
  { total, isInner }: { readonly total: BaseUnits; readonly isInner: boolean },
): BaseUnits {
  return context.policy.liquidity.reduce<BaseUnits>((floor, { share, within }) => {
    const asked = portionUp(total, isInner ? innerRung(share) : share);
    return max(floor, subtractToZero(asked, liquidWithin(context, within).protocol));
  }, baseUnits(0n));
}
