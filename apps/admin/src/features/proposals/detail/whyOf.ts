import { decisionSentence, type FigureRow, figuresTable } from "@ballast/core";
import type { AsOfFacts } from "../../../components/AsOf.tsx";
import { blockAsOf } from "../../../format/blockAsOf.ts";
import type { ProposalDetail } from "../../../queries/proposalDetail.ts";
import { findingsOf } from "../../findings/findingsOf.ts";
import type { FindingsView } from "../../findings/findingsView.ts";

export type WhyView = {
  readonly sub: string;
  readonly sentence: string;
  readonly figures: readonly FigureRow[];
  readonly findings: FindingsView;
  readonly rejected: readonly string[];
  readonly asOf: AsOfFacts;
};

/** The decision behind a proposal; null for a transaction that no decision made. */
export function whyOf({ decision, plan, policy }: ProposalDetail): WhyView | null {
  if (decision === null || plan === null) return null;
  return {
    sub: `Decision at block ${decision.block.number}, policy ${policy?.version ?? "unknown"}`,
    sentence: decisionSentence(decision),
    figures: figuresTable(plan),
    findings: findingsOf(decision.findings),
    rejected: decision.rejected.map(({ reason }) => reason),
    asOf: blockAsOf(decision.block),
  };
}
