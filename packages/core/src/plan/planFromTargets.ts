import { inputForOutputUp } from "../curve/inputForOutputUp.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { BaseUnits, RawAmount } from "../units/brands.ts";
import { mulDivDown } from "../units/mulDiv.ts";
import { min, subtractToZero } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { amountForValueDown, valueDown } from "../units/value.ts";
import { assemblePlan } from "./assemblePlan.ts";
import { EXECUTION_TOLERANCE } from "./minimumOutput.ts";
import type { Line, PlanningFacts } from "./planningFacts.ts";
import { quoteAction, type Unquotable } from "./quoteAction.ts";
import { repairRequests } from "./repairRequests.ts";
import type { Action, AllocationAnswer, Plan } from "./types.ts";

/** What targets lead to: a plan, or why there is none. */
export type PlanOutcome =
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "no-move" }
  | { readonly kind: "fees-unknown" }
  | Unquotable;

type Job = {
  readonly context: RuleContext;
  readonly answer: AllocationAnswer;
  readonly facts: PlanningFacts;
};
type Target = { readonly value: BaseUnits; readonly limitedBy: string };

function targetOf({ answer }: Job, line: Line): Target {
  return (
    answer.targets.find((each) => each.position === line.position) ?? { value: line.value, limitedBy: "" }
  );
}

function isWorthATrade({ context }: Job, value: BaseUnits): boolean {
  return value > 0n && value >= context.policy.pace.minimumTrade;
}

/** Amounts to sell, rounded down; a target of nothing sells everything, dust included. */
function exits(job: Job): (Action | Unquotable)[] {
  return job.facts.lines.flatMap((line) => {
    const target = targetOf(job, line);
    const excess = subtractToZero<BaseUnits>(line.value, target.value);
    const spend = target.value === 0n ? line.amount : min(amountForValueDown(excess, line.rate), line.amount);
    if (!isWorthATrade(job, valueDown(spend, line.rate))) return [];
    return [quote(job, { kind: "exit", line, spend, limitedBy: target.limitedBy })];
  });
}

type Move = {
  readonly kind: Action["kind"];
  readonly line: Line;
  readonly spend: RawAmount;
  readonly limitedBy: string;
};

function quote({ context, facts }: Job, move: Move): Action | Unquotable {
  const ceiling = context.policy.costs.slippage;
  return quoteAction({ ...move, settlement: facts.settlement, ceiling, tolerance: EXECUTION_TOLERANCE });
}

type Entry = Omit<Move, "kind">;

/** What each entry needs of the settlement asset to reach its target; as much as is quoted where the route is shorter. */
function wanted(job: Job): Entry[] {
  return job.facts.lines.flatMap((line) => {
    const { value, limitedBy } = targetOf(job, line);
    const lack = subtractToZero<BaseUnits>(value, line.value);
    if (!isWorthATrade(job, lack)) return [];
    const last = line.enter?.points.at(-1)?.amountIn ?? rawAmount(0n);
    const needs =
      line.enter === null ? null : inputForOutputUp(line.enter, amountForValueDown(lack, line.rate));
    return [{ line, limitedBy, spend: needs ?? last }];
  });
}

/**
 * Money for entries is what exits guarantee, more or less what the idle position gives or keeps. It is never the expected amount: if
 * exits pay only their minimum, the entries of the same batch still go through.
 */
function available({ facts, ...job }: Job, sold: readonly Action[]): bigint {
  const guaranteed = sold.reduce((sum, action) => sum + action.receive.atLeast, 0n);
  const kept = targetOf({ facts, ...job }, facts.idle).value;
  const money = min(guaranteed + facts.idle.amount - kept, guaranteed + facts.idle.amount);
  return money > 0n ? money : 0n;
}

/** Entries as wanted where the money lasts; else in proportion, rounded down, the last one taking what rounding left. */
function shareOut(entries: readonly Entry[], money: bigint): Entry[] {
  const needed = entries.reduce((sum, entry) => sum + entry.spend, 0n);
  if (needed <= money) return [...entries];
  let left = money;
  return entries.map((entry, index) => {
    const part = mulDivDown(entry.spend, { times: money, over: needed });
    const spend = rawAmount(index === entries.length - 1 ? left : part);
    left -= spend;
    return { ...entry, spend };
  });
}

/**
 * Turns wanted values into one batch: exits first, then entries with exactly the money that the exits guarantee and the idle money that the
 * targets release. The idle target is the least that stays if every exit pays its minimum. A move below the minimum trade is left out. What a limit asks out of
 * a position that no market trades is asked of its protocol, which funds nothing in this batch.
 */
export function planFromTargets(job: Job): PlanOutcome {
  const { context, facts } = job;
  const sold = exits(job);
  const failed = sold.find((each) => each.kind === "unquotable");
  if (failed !== undefined) return failed;
  const exitActions = sold.filter((each) => each.kind !== "unquotable");
  const bought = shareOut(wanted(job), available(job, exitActions))
    .filter((entry) => isWorthATrade(job, entry.spend as bigint as BaseUnits))
    .map((entry) => quote(job, { ...entry, kind: "enter" }));
  const unbuyable = bought.find((each) => each.kind === "unquotable");
  if (unbuyable !== undefined) return unbuyable;
  const actions = [...exitActions, ...bought.filter((each) => each.kind !== "unquotable")];
  const requests = repairRequests(context, { facts, actions });
  if (actions.length + requests.length === 0) return { kind: "no-move" };
  const ceiling = context.policy.costs.slippage;
  const plan = assemblePlan({ context, facts, purpose: "rebalance", parts: { actions, requests }, ceiling });
  return plan === null ? { kind: "fees-unknown" } : { kind: "plan", plan };
}
