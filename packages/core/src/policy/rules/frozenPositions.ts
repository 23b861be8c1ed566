import { frozenBy } from "../../plan/frozenBy.ts";
import type { Action } from "../../plan/types.ts";
import type { Finding } from "../finding.ts";
import type { PlanRule } from "../rule.ts";

const ID = "frozen-positions";

function finding(action: Action, code: "enters-frozen" | "leaves-frozen"): Finding {
  return {
    rule: ID,
    code,
    subject: { kind: "position", id: action.position },
    level: "critical",
    measured: null,
    limit: null,
    evidence: [{ kind: "policy", path: "guards" }],
    effect: { kind: "none" },
  };
}

/**
 * No rebalance enters what a finding froze, or leaves what the dwell or a limit keeps. Guards against the allocator: it reads the same findings, and
 * this rule does not trust that it did. An emergency leaves whatever it must, and enters nothing at all.
 */
export const frozenPositions: PlanRule = {
  id: ID,
  codes: ["freezes-kept", "enters-frozen", "leaves-frozen"],
  judge: ({ plan, findings, policy }) => {
    const frozen = frozenBy(findings);
    const listed = new Set(policy.universe.map((band) => band.position));
    const isEmergency = plan.purpose === "emergency-exit";
    const found = plan.actions.flatMap((action): Finding[] => {
      const { position, kind } = action;
      const mayEnter = !isEmergency && listed.has(position) && !frozen.entries(position);
      if (kind === "enter" && !mayEnter) return [finding(action, "enters-frozen")];
      return kind === "exit" && !isEmergency && frozen.exits(position)
        ? [finding(action, "leaves-frozen")]
        : [];
    });
    if (found.length > 0) return found;
    return [
      {
        rule: ID,
        code: "freezes-kept",
        subject: { kind: "plan", id: plan.purpose },
        level: "ok",
        measured: { unit: "count", value: BigInt(plan.actions.length) },
        limit: null,
        evidence: [{ kind: "policy", path: "guards" }],
        effect: { kind: "none" },
      },
    ];
  },
};
