import type { OpenWork } from "../decision/openWork.ts";
import type { HistorySlice } from "../history/types.ts";
import type { Plan } from "../plan/types.ts";
import type { Snapshot } from "../snapshot/types.ts";
import type { Finding } from "./finding.ts";
import type { Policy } from "./policy.ts";

/** Everything that a rule may look at. Nothing else exists for it: no clock, no network, no randomness. */
export type RuleContext = {
  readonly snapshot: Snapshot;
  readonly history: HistorySlice;
  readonly policy: Policy;
  readonly openWork: OpenWork;
  /** Snapshots of the treasury's other accounts at the same block, sorted by account address. */
  readonly siblings: readonly Snapshot[];
};

/** Judges the account as it is. Missing data gives `unknown`, never `ok`. */
export type Rule = {
  readonly id: string;
  /** Every code that its findings may carry; each has a sentence in `explain`. */
  readonly codes: readonly string[];
  evaluate(context: RuleContext): readonly Finding[];
};

/** What a plan rule looks at: the plan, and what the rules said of the account as it is. */
export type PlanContext = RuleContext & { readonly plan: Plan; readonly findings: readonly Finding[] };

/** Judges a plan before it is proposed. */
export type PlanRule = {
  readonly id: string;
  /** As for a rule. */
  readonly codes: readonly string[];
  judge(context: PlanContext): readonly Finding[];
};
