import { allocateRepairs } from "../plan/allocateRepairs.ts";
import { claimPlan } from "../plan/claimPlan.ts";
import { emergencyPlan } from "../plan/emergencyPlan.ts";
import { type PlanOutcome, planFromTargets } from "../plan/planFromTargets.ts";
import { planningFacts } from "../plan/planningFacts.ts";
import type { AllocationAnswer, Plan } from "../plan/types.ts";
import { evaluatePlan } from "../policy/evaluate.ts";
import type { Finding } from "../policy/finding.ts";
import { isRepair, needsRepair } from "../policy/repair.ts";
import type { RuleContext } from "../policy/rule.ts";
import { turnoverPerDay } from "../policy/rules/turnoverPerDay.ts";
import { sortFindings } from "../policy/sortFindings.ts";
import { barrierOf, haltOf, stillnessOf } from "./barrier.ts";
import { checkContext } from "./checkContext.ts";
import { sortInputs } from "./decisionInputs.ts";
import { isLive } from "./isLive.ts";
import type { Decision, DecisionInput, DecisionOutcome, RejectedAlternative } from "./types.ts";

/** What a decision is made from. `findings` is evaluate(context); `answer` is the recorded allocation. */
export type DecideInput = {
  readonly context: RuleContext;
  readonly inputs: readonly DecisionInput[];
  readonly findings: readonly Finding[];
  readonly answer: AllocationAnswer;
};

/** An outcome, with what else was found on the way and what was set aside. */
type Verdict = {
  readonly outcome: DecisionOutcome;
  readonly found: readonly Finding[];
  readonly rejected: readonly RejectedAlternative[];
};

function verdict(outcome: DecisionOutcome, more: Partial<Omit<Verdict, "outcome">> = {}): Verdict {
  return { outcome, found: [], rejected: [], ...more };
}

const TOO_DEAR: DecisionOutcome = { kind: "hold", because: "gain-below-cost" };
/** As much was moved within a day as may be; later there is room again. */
const PACED: DecisionOutcome = { kind: "hold", because: "cooling-down" };
/** A limit is broken, and nothing that may be done repairs it. */
const INFEASIBLE: DecisionOutcome = { kind: "refuse", because: "infeasible" };

type Because = Extract<DecisionOutcome, { kind: "propose" }>["because"];

function heldBecause({ rule }: Finding, findings: readonly Finding[]): DecisionOutcome {
  if (rule === turnoverPerDay.id) return PACED;
  return needsRepair(findings) ? INFEASIBLE : TOO_DEAR;
}

/** Runs every plan rule. A plan that is set aside leaves its figures: why it was not proposed is part of the record. */
function judged(
  { context, findings }: DecideInput,
  { plan, because }: { plan: Plan; because: Because },
): Verdict {
  const found = evaluatePlan({ ...context, plan, findings });
  const aside = (outcome: DecisionOutcome, reason: string) =>
    verdict(outcome, { found, rejected: [{ reason, figures: plan.figures }] });
  const broken = found.find((each) => each.level === "critical" || each.level === "unknown");
  if (broken) return aside({ kind: "refuse", because: "breaks-a-limit" }, `${broken.rule}/${broken.code}`);
  const held = found.find((each) => each.effect.kind === "hold");
  if (held) return aside(heldBecause(held, findings), `${held.rule}/${held.code}`);
  if (context.policy.mode === "observe")
    return aside({ kind: "hold", because: "observe-mode" }, "observe-mode");
  return verdict({ kind: "propose", because, plan }, { found });
}

/** Urgent findings are answered directly, past cooldown, dwell and an open rebalance, but not past one open emergency exit. */
function emergency(input: DecideInput): Verdict | null {
  const { context, findings } = input;
  const { isNeeded, plan, findings: stuck } = emergencyPlan(context, findings);
  if (!isNeeded) return null;
  const open = context.openWork.proposals.filter(isLive);
  if (open.some((each) => each.kind === "emergency-exit")) {
    return verdict({ kind: "hold", because: "proposal-open" }, { found: stuck });
  }
  if (plan === null) return verdict({ kind: "refuse", because: "no-exit" }, { found: stuck });
  const answer = judged(input, { plan, because: "emergency" });
  return { ...answer, found: [...answer.found, ...stuck] };
}

/** What is owed is claimed whatever else goes on: no cooldown, no open rebalance and no unknown yield changes that it is the account's. */
function claims(input: DecideInput): Verdict | null {
  const plan = claimPlan(input.context);
  return plan === null ? null : judged(input, { plan, because: "claim-due" });
}

/**
 * The emergency first, then claims: also beside an emergency that cannot be proposed now, because an exit is open or nothing can leave. null when neither
 * is due.
 */
function beforeBarrier(input: DecideInput): Verdict | null {
  const urgent = emergency(input);
  if (urgent?.outcome.kind === "propose") return urgent;
  const due = claims(input);
  if (due === null || (urgent !== null && due.outcome.kind !== "propose")) return urgent;
  if (urgent === null) return due;
  return {
    ...due,
    found: [...due.found, ...urgent.found],
    rejected: [...due.rejected, ...urgent.rejected],
  };
}

/** Why targets that were given led to no plan. */
function unplanned({ findings }: DecideInput, outcome: Exclude<PlanOutcome, { kind: "plan" }>): Verdict {
  if (outcome.kind === "no-move") return verdict(stillnessOf(findings));
  if (outcome.kind === "fees-unknown") return verdict({ kind: "refuse", because: "data-missing" });
  const rejected = [{ reason: `${outcome.because} ${outcome.position}`, figures: null }];
  return verdict({ kind: "refuse", because: "breaks-a-limit" }, { rejected });
}

function named(findings: readonly Finding[], plan: Plan): { plan: Plan; because: Because } {
  return { plan, because: isRepair(plan, findings) ? "limit-breached" : "better-yield" };
}

/** What an allocation leads to, re-checked by every plan rule: nothing that a solver says is believed. */
function fromTargets(input: DecideInput, answer: AllocationAnswer): Verdict {
  const { context, findings } = input;
  const outcome = planFromTargets({ context, answer, facts: planningFacts(context, findings) });
  return outcome.kind === "plan" ? judged(input, named(findings, outcome.plan)) : unplanned(input, outcome);
}

/** Repairs of broken limits alone, in place of an allocation that was set aside; why it was is recorded. */
function repaired(input: DecideInput, rejected: readonly RejectedAlternative[]): Verdict {
  const fallback = allocateRepairs(input.context, input.findings);
  const found = fallback.outcome === "targets" ? fromTargets(input, fallback) : verdict(INFEASIBLE);
  return { ...found, rejected: [...rejected, ...found.rejected] };
}

/** A late or failed optimiser, and one whose plan breaks a rule while a limit waits to be repaired, is replaced by repairs alone. */
function rebalance(input: DecideInput): Verdict {
  const { findings, answer } = input;
  if (answer.outcome !== "targets") {
    return repaired(input, [{ reason: `allocation-${answer.outcome}`, figures: null }]);
  }
  const found = fromTargets(input, answer);
  const isBroken = found.outcome.kind === "refuse" && found.outcome.because === "breaks-a-limit";
  return isBroken && needsRepair(findings) ? repaired(input, found.rejected) : found;
}

function decided(input: DecideInput): Verdict {
  const { findings } = input;
  const halt = haltOf(findings);
  if (halt !== null) return verdict(halt);
  const first = beforeBarrier(input);
  if (first !== null) return first;
  const barrier = barrierOf(findings);
  return barrier === null ? rebalance(input) : verdict(barrier);
}

/**
 * Hold, refuse or propose, with every finding that led there. A pure function of its inputs: the same documents give the same bytes,
 * in whatever order their lists came. In this order: what is unknown or disputed halts; urgent findings get an emergency exit; tickets that can be
 * claimed are claimed; an open
 * proposal, the cooldown and lesser unknowns hold; then the allocation becomes a plan, every plan rule judges it, and it is proposed,
 * or set aside with its figures. In observe mode nothing is proposed, and what would have been is recorded.
 * @throws ContextError when the documents are not of one account and block
 */
export function decide(input: DecideInput): Decision {
  checkContext(input.context);
  const { snapshot } = input.context;
  const { outcome, found, rejected } = decided(input);
  return {
    schema: "ballast/decision/1",
    account: snapshot.account,
    block: snapshot.block,
    inputs: sortInputs(input.inputs),
    findings: sortFindings([...input.findings, ...found]),
    outcome,
    rejected,
  };
}
