import { barrierOf, haltOf } from "../decision/barrier.ts";
import { frozenBy } from "../plan/frozenBy.ts";
import type { Plan } from "../plan/types.ts";
import { evaluate, evaluatePlan } from "../policy/evaluate.ts";
import type { Effect, Finding, Level } from "../policy/finding.ts";
import type { Policy } from "../policy/policy.ts";
import { isRepair } from "../policy/repair.ts";
import type { RuleContext } from "../policy/rule.ts";
import { decideFor } from "./decideFor.ts";

/** An account, and two policies of it in the order in which they are in force. Its own policy does not count. */
export type Change = { readonly context: RuleContext; readonly old: Policy; readonly now: Policy };

const under = (context: RuleContext, policy: Policy): RuleContext => ({ ...context, policy });

/** Unknown stands with critical: everything that opens exposure takes it for a breach. */
const RANK: Readonly<Record<Level, number>> = { ok: 0, notice: 1, warning: 2, critical: 3, unknown: 3 };

/** Why a plan is refused: by what is known or by a limit, and because it does not pay; null where it is not. */
function refusalsOf(
  context: RuleContext,
  plan: Plan,
): { readonly limit: string | null; readonly gain: string | null } {
  const findings = evaluate(context);
  const stopped = haltOf(findings) ?? barrierOf(findings);
  const found = evaluatePlan({ ...context, plan, findings });
  const broken = found.find(({ level }) => level === "critical" || level === "unknown");
  const held = found.find(({ effect }) => effect.kind === "hold");
  const said = (one: Finding | undefined) => (one === undefined ? null : `${one.rule}/${one.code}`);
  const mode = context.policy.mode === "observe" ? "observe-mode" : null;
  return { limit: stopped?.because ?? said(broken) ?? mode, gain: said(held) };
}

/** Whether the plan is let off its gain because it repairs a limit: a tighter limit has more to repair. */
const isLetOff = (context: RuleContext, plan: Plan) => isRepair(plan, evaluate(context));

/** The ladder's findings are of the rungs, whose times change. */
const subjectOf = ({ rule, subject }: Finding) =>
  rule === "liquidity-ladder" ? rule : JSON.stringify(subject);

const isAbout = (found: Finding, other: Finding) =>
  found.rule === other.rule && subjectOf(found) === subjectOf(other);

function isKept(effect: Effect, findings: readonly Finding[]): boolean {
  const frozen = frozenBy(findings);
  const has = (keeps: (other: Effect) => boolean) => findings.some((found) => keeps(found.effect));
  switch (effect.kind) {
    case "none":
      return true;
    case "freeze-entries":
      return effect.positions === "all"
        ? has((other) => other.kind === "freeze-entries" && other.positions === "all")
        : effect.positions.every((position) => frozen.entries(position));
    case "freeze-exits":
      return effect.positions.every((position) => frozen.exits(position));
    case "reduce-to":
      return has(
        (other) =>
          other.kind === "reduce-to" &&
          other.position === effect.position &&
          other.target <= effect.target &&
          (other.urgent || !effect.urgent),
      );
    case "raise-to":
      return has(
        (other) =>
          other.kind === "raise-to" && other.position === effect.position && other.target >= effect.target,
      );
    default:
      return has((other) => other.kind === effect.kind);
  }
}

/** Why the old policy refused the plan that the new one admits; null when it does not. */
export function admittedBy({ context, old, now }: Change, plan: Plan): string | null {
  const [before, after] = [refusalsOf(under(context, old), plan), refusalsOf(under(context, now), plan)];
  if (before.limit !== null && after.limit === null) return before.limit;
  const isFree = after.gain === null && !isLetOff(under(context, now), plan);
  return before.gain !== null && isFree ? before.gain : null;
}

/** The first finding of the old policy that the new one has not, has at a lower level, or does not act on; null when there is none. */
export function suppressedBy({ context, old, now }: Change): string | null {
  const findings = evaluate(under(context, now));
  const lost = evaluate(under(context, old)).find((found) => {
    const same = findings.filter((other) => isAbout(found, other));
    const isTold = same.some(({ level }) => RANK[level] >= RANK[found.level]);
    return found.level !== "ok" && !(isTold && isKept(found.effect, findings));
  });
  return lost === undefined ? null : `${lost.rule}/${lost.code}`;
}

/** A position that the old policy's emergency exit takes more out of than the new one's; null when there is none. */
export function keptBy({ context, old, now }: Change): string | null {
  const [before, after] = [emergencyOf(under(context, old)), emergencyOf(under(context, now))];
  const short = [...(before ?? [])].find(([position, amount]) => (after?.get(position) ?? 0n) < amount);
  return short?.[0] ?? null;
}

/** What an emergency exit takes out of each position; null when none is proposed. */
export function emergencyOf(context: RuleContext): ReadonlyMap<string, bigint> | null {
  const { outcome } = decideFor(context);
  if (outcome.kind !== "propose" || outcome.because !== "emergency") return null;
  const left = new Map<string, bigint>();
  for (const { position, spend } of [...outcome.plan.actions, ...outcome.plan.requests])
    left.set(position, (left.get(position) ?? 0n) + spend.amount);
  return left;
}
