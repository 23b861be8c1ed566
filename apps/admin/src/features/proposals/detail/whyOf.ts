import { boundsSentence, decisionSentence, type FigureRow, figuresTable, type Plan } from "@ballast/core";
import type { AsOfFacts } from "../../../components/AsOf.tsx";
import { blockAsOf } from "../../../format/blockAsOf.ts";
import type { ProposalDetail } from "../../../queries/proposalDetail.ts";
import { findingsOf } from "../../findings/findingsOf.ts";
import type { FindingsView } from "../../findings/findingsView.ts";

export type WhyView = {
  readonly sub: string;
  readonly sentence: string;
  /** What bound each amount; empty where nothing is traded or asked for. */
  readonly bounds: string;
  /** What the figures leave out; empty for trades alone. */
  readonly note: string;
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
    bounds: boundsSentence(plan),
    note: noteOf(plan),
    figures: figuresOf(plan),
    findings: findingsOf(decision.findings),
    rejected: decision.rejected.map(({ reason }) => reason),
    asOf: blockAsOf(decision.block),
  };
}

/** A claim moves what is ours already: it has a cost and no gain, so the gain's figures would say nothing. */
const CLAIM_FIGURES = ["Gas", "Cost", "Worst loss"];

function figuresOf(plan: Plan): readonly FigureRow[] {
  const rows = figuresTable(plan);
  const isClaim = plan.actions.length === 0 && plan.requests.length === 0;
  return isClaim ? rows.filter(({ label }) => CLAIM_FIGURES.includes(label)) : rows;
}

function noteOf({ requests, claims }: Plan): string {
  if (requests.length > 0)
    return "What is queued belongs to this Safe and stays at the protocol's risk until it is claimed. The worst loss counts what trades and rounding may take, not what may happen while it waits.";
  return claims.length > 0 ? "A claim pays this Safe what the ticket is worth; nothing is sold." : "";
}
