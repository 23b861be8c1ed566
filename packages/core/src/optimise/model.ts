import { ladderFloor } from "../plan/allocate/ladderFloor.ts";
import { type Needs, needsOf } from "../plan/allocate/needs.ts";
import { type PlanningFacts, planningFacts } from "../plan/planningFacts.ts";
import type { Finding } from "../policy/finding.ts";
import type { RuleContext } from "../policy/rule.ts";
import { mulDivDown, mulDivUp } from "../units/mulDiv.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import type { Trade } from "./trade.ts";
import { purchasesOf, salesOf } from "./tradesOf.ts";

/** What the problems of one decision are made from. */
export type Model = {
  readonly context: RuleContext;
  readonly facts: PlanningFacts;
  readonly needs: Needs;
  /** Liquidity that moves must leave, in base units; null when no rung could be missed. */
  readonly floor: bigint | null;
  readonly sales: readonly Trade[];
  readonly purchases: readonly Trade[];
};

/** Reads the context once. `caution` is a part of the account's value by which the ladder is kept more strictly than it asks. */
export function openModel(
  context: RuleContext,
  { findings, caution }: { readonly findings: readonly Finding[]; readonly caution: bigint },
): Model {
  const facts = planningFacts(context, findings);
  const needs = needsOf({ context, facts });
  const floor = ladderFloor({ context, facts, caution, hasNeeds: hasNeeds({ needs }) });
  const market = { context, facts, needs, isLadderAsked: floor !== null };
  return { context, facts, needs, floor, sales: salesOf(market), purchases: purchasesOf(market) };
}

/** Whether limits are broken that a trade could repair. */
export function hasNeeds({ needs }: Pick<Model, "needs">): boolean {
  return needs.sell.size + needs.buy.size > 0;
}

/** A value as a share of the account, as a Wad, rounded down; may be negative. */
export function shareDown({ facts }: Pick<Model, "facts">, value: bigint): bigint {
  return mulDivDown(value, { times: WAD_ONE, over: facts.total });
}

/** The same rounded up. */
export function shareUp({ facts }: Pick<Model, "facts">, value: bigint): bigint {
  return mulDivUp(value, { times: WAD_ONE, over: facts.total });
}
