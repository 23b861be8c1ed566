import type { RuleContext } from "../../policy/rule.ts";
import type { PlanningFacts } from "../planningFacts.ts";
import { liquidityFloor, liquidNow } from "./liquidity.ts";

type Ladder = {
  readonly context: RuleContext;
  readonly facts: PlanningFacts;
  readonly hasNeeds: boolean;
  /** Base units kept beyond what is asked. */
  readonly caution: bigint;
};

/**
 * Liquidity that moves must leave: every rung with its hysteresis, where there is that much. Short of it, moves for yield may lower nothing, and repairs half of what is
 * left above the rungs. A ladder that is broken already is a repair of its own, and others need not wait for it: null then, and where there is none.
 */
export function ladderFloor({ context, facts, hasNeeds, caution }: Ladder): bigint | null {
  if (context.policy.liquidity.length === 0) return null;
  const { total } = facts;
  const inner = liquidityFloor(context, { total, isInner: true });
  if (inner === 0n) return null;
  const liquid = liquidNow(context, facts);
  if (inner + caution <= liquid) return inner + caution;
  if (!hasNeeds) return liquid;
  const outer = liquidityFloor(context, { total, isInner: false });
  return outer <= liquid ? (outer + liquid) / 2n : null;
}
