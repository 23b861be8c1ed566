import type { TickOutcome, TickRecord } from "@ballast/db";

const ACTS: Readonly<Record<TickOutcome, string>> = {
  held: "Held",
  refused: "Refused",
  proposed: "Proposed",
  failed: "Failed",
};

const REASONS: Readonly<Record<string, string>> = {
  "within-limits": "Within limits, nothing to do.",
  "gain-below-cost": "A rebalance would cost more than it gains.",
  "proposal-open": "A proposal is open, and only one rebalance may be.",
  "cooling-down": "The last rebalance was too short ago.",
  "observe-mode": "The policy says observe, so nothing is proposed.",
  "entries-frozen": "Entries are frozen by a guard.",
  "data-missing": "Something could not be read.",
  "sources-disagree": "The sources do not agree.",
  "no-policy": "No policy is in force.",
  "no-exit": "There is no way out within the cost ceiling.",
  "breaks-a-limit": "Every plan would break a limit.",
  infeasible: "No allocation meets every limit.",
  "better-yield": "A better allocation is worth its cost.",
  "limit-breached": "A limit is breached.",
  emergency: "A guard tripped.",
  "claim-due": "A withdrawal can be claimed.",
};

/** How a tick ended, as a word and a sentence. A code without words is shown as it is, with the keeper's own detail. */
export function outcomeWords({ outcome, reason, detail }: Pick<TickRecord, "outcome" | "reason" | "detail">) {
  const act = outcome === null ? "Under way" : ACTS[outcome];
  const known = reason === null ? "" : (REASONS[reason] ?? "");
  return { act, sentence: known || detail || reason || "" };
}
