import { frozenBy } from "../../plan/frozenBy.ts";
import type { Action, Plan, WithdrawalRequest } from "../../plan/types.ts";
import type { Finding } from "../finding.ts";
import type { PlanRule } from "../rule.ts";

const ID = "frozen-positions";

function finding({ position }: Action | WithdrawalRequest, code: "enters-frozen" | "leaves-frozen"): Finding {
  return {
    rule: ID,
    code,
    subject: { kind: "position", id: position },
    level: "critical",
    measured: null,
    limit: null,
    evidence: [{ kind: "policy", path: "guards" }],
    effect: { kind: "none" },
  };
}

function leaving({ actions, requests }: Plan): (Action | WithdrawalRequest)[] {
  return [...actions.filter(({ kind }) => kind === "exit"), ...requests];
}

/**
 * No rebalance enters what a finding froze, or leaves what the dwell or a limit keeps. Guards against the allocator: it reads the same findings, and
 * this rule does not trust that it did. An emergency leaves whatever it must, and enters nothing at all. A claim takes what has left already.
 */
export const frozenPositions: PlanRule = {
  id: ID,
  codes: ["freezes-kept", "enters-frozen", "leaves-frozen"],
  judge: ({ plan, findings, policy }) => {
    const frozen = frozenBy(findings);
    const listed = new Set(policy.universe.map((band) => band.position));
    const isRebalance = plan.purpose === "rebalance";
    const entered = plan.actions
      .filter(({ kind }) => kind === "enter")
      .filter(({ position }) => !isRebalance || !listed.has(position) || frozen.entries(position))
      .map((action) => finding(action, "enters-frozen"));
    const left = leaving(plan)
      .filter(({ position }) => isRebalance && frozen.exits(position))
      .map((part) => finding(part, "leaves-frozen"));
    const found = [...entered, ...left];
    if (found.length > 0) return found;
    return [
      {
        rule: ID,
        code: "freezes-kept",
        subject: { kind: "plan", id: plan.purpose },
        level: "ok",
        measured: { unit: "count", value: BigInt(plan.actions.length + plan.requests.length) },
        limit: null,
        evidence: [{ kind: "policy", path: "guards" }],
        effect: { kind: "none" },
      },
    ];
  },
};
