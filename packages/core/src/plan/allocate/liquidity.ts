import { largestInputWithin } from "../../curve/largestInputWithin.ts";
import { outputAtDown } from "../../curve/outputAtDown.ts";
import type { RuleContext } from "../../policy/rule.ts";
import { isBaseLike } from "../../portfolio/settlementAsset.ts";
import type { BaseUnits, PositionId, RawAmount } from "../../units/brands.ts";
import { max, min, sumValues } from "../../units/order.ts";
import { baseUnits, rawAmount } from "../../units/quantities.ts";
import { portionUp } from "../../units/share.ts";
import { valueDown } from "../../units/value.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Line, PlanningFacts } from "../planningFacts.ts";
import { innerRung } from "./innerLimits.ts";

/** Most of each position that its market buys within the ceiling, worked out once. */
export type Depths = ReadonlyMap<PositionId, RawAmount>;

export function depthsOf({ snapshot, policy }: RuleContext, { lines }: PlanningFacts): Depths {
  return new Map(
    lines.map((line) => {
      const { exit: curve, rate: rateIn } = line;
      const maxCost = policy.costs.slippage;
      const none = isBaseLike(line.asset, snapshot.baseAsset) ? line.amount : rawAmount(0n);
      return [
        line.position,
        curve === null ? none : largestInputWithin({ curve, rateIn, rateOut: WAD_ONE, maxCost }),
      ];
    }),
  );
}

/** What an amount of a position could become of the base asset now: as the liquidity ladder counts it. */
export function liquidPart(
  line: Line,
  { amount, depths }: { readonly amount: RawAmount; readonly depths: Depths },
): BaseUnits {
  const whole = valueDown(amount, line.rate);
  const sellable = min(amount, depths.get(line.position) ?? rawAmount(0n));
  if (line.exit === null) return sellable === 0n ? baseUnits(0n) : whole;
  return min(baseUnits(outputAtDown(line.exit, sellable) ?? 0n), whole);
}

/** What the account could take home now. */
export function liquidNow(context: RuleContext, facts: PlanningFacts): BaseUnits {
  const depths = depthsOf(context, facts);
  return sumValues([
    facts.idle.value,
    ...facts.lines.map((line) => liquidPart(line, { amount: line.amount, depths })),
  ]);
}

/** Least liquidity that moves may leave: every rung with its hysteresis; 0 without rungs. */
export function liquidityFloor({ policy }: RuleContext, total: BaseUnits): BaseUnits {
  return policy.liquidity.reduce<BaseUnits>(
    (floor, { share }) => max(floor, portionUp(total, innerRung(share))),
    baseUnits(0n),
  );
}
