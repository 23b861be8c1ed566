import type { AccountRef, BlockRef, Hash32 } from "../chain/types.ts";
import type { Plan, PlanFigures } from "../plan/types.ts";
import type { Finding } from "../policy/finding.ts";

/** Kinds of decision input. A verifier hashes kinds it does not know. */
export type InputKind = "snapshot" | "history" | "policy" | "open-work" | "sibling" | "allocation" | "engine";

export type DecisionInput = { readonly kind: InputKind; readonly id: Hash32 };

export type HoldReason =
  | "within-limits"
  | "gain-below-cost"
  | "proposal-open"
  | "cooling-down"
  | "observe-mode"
  | "entries-frozen";

export type RefuseReason =
  | "data-missing"
  | "sources-disagree"
  | "no-policy"
  | "no-exit"
  | "breaks-a-limit"
  | "infeasible";

/** A plan that was looked at and set aside, with why. */
export type RejectedAlternative = { readonly reason: string; readonly figures: PlanFigures | null };

export type DecisionOutcome =
  | { readonly kind: "hold"; readonly because: HoldReason }
  | { readonly kind: "refuse"; readonly because: RefuseReason }
  | {
      readonly kind: "propose";
      readonly because: "better-yield" | "limit-breached" | "emergency" | "claim-due";
      readonly plan: Plan;
    };

/** A function of its inputs, byte for byte. Content-addressed as kind `decision`. */
export type Decision = {
  readonly schema: "ballast/decision/1";
  readonly account: AccountRef;
  readonly block: BlockRef;
  /** Sorted by kind, then id. */
  readonly inputs: readonly DecisionInput[];
  /** Worst first, then by rule, code, subject. */
  readonly findings: readonly Finding[];
  readonly outcome: DecisionOutcome;
  readonly rejected: readonly RejectedAlternative[];
};
