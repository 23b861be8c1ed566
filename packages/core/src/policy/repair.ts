import type { Plan } from "../plan/types.ts";
import type { Finding } from "./finding.ts";

/** Whether a finding asks a rebalance to bring a position back inside a limit; an emergency asks in another way. */
function asks({ effect }: Finding): boolean {
  return effect.kind === "raise-to" || (effect.kind === "reduce-to" && !effect.urgent);
}

/** Whether the account is outside a limit now. */
export function needsRepair(findings: readonly Finding[]): boolean {
  return findings.some(asks);
}

/** Guaranteed change of idle money. */
function idleChange({ actions }: Plan): bigint {
  return actions.reduce(
    (sum, { kind, spend, receive }) => (kind === "exit" ? sum + receive.atLeast : sum - spend.amount),
    0n,
  );
}

function answers(plan: Plan, { effect, subject }: Finding): boolean {
  if (effect.kind !== "raise-to" && effect.kind !== "reduce-to") return false;
  const grows = effect.kind === "raise-to";
  if (effect.position.startsWith("idle:")) return grows ? idleChange(plan) > 0n : idleChange(plan) < 0n;
  const moved = plan.actions.filter(({ kind }) => kind === (grows ? "enter" : "exit"));
  return [...moved, ...(grows ? [] : plan.requests)].some(
    ({ position, venue }) =>
      position === effect.position || (subject.kind === "venue" && subject.id === venue),
  );
}

/** Whether a plan moves something the way that a broken limit asks for: such a plan owes no gain. */
export function isRepair(plan: Plan, findings: readonly Finding[]): boolean {
  return findings.some((found) => asks(found) && answers(plan, found));
}
