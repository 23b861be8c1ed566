import type { Bundle, Decision, Hash32, Plan, Policy, Simulation, Snapshot } from "@ballast/core";
import { documentsByIds, type ProposalEventRow, proposalByHash, proposalEventsOf } from "@ballast/db";
import { database } from "./database.ts";
import { factsOf, type ProposalFacts } from "./proposalFacts.ts";

export type ProposalDetail = {
  readonly facts: ProposalFacts;
  /** null for a transaction that the keeper did not propose, or when a document is no longer stored. */
  readonly bundle: Bundle | null;
  readonly plan: Plan | null;
  readonly decision: Decision | null;
  readonly simulation: Simulation | null;
  readonly snapshot: Snapshot | null;
  readonly policy: Policy | null;
  /** Oldest first. */
  readonly events: readonly ProposalEventRow[];
};

/** Everything stored of one proposal of an account; null when the account has no such transaction. */
export async function proposalDetail(segment: string, safeTxHash: Hash32): Promise<ProposalDetail | null> {
  const { db } = database();
  const row = await proposalByHash(db, safeTxHash);
  if (row === undefined || `${row.chainId}-${row.account}` !== segment) return null;
  const ids = [row.bundleId, row.planId, row.decisionId].filter((id) => id !== null);
  const stored = await documentsByIds(db, ids);
  const read = <Document>(id: Hash32 | null) =>
    (id === null ? null : ((stored.get(id)?.value ?? null) as unknown)) as Document | null;
  const bundle = read<Bundle>(row.bundleId);
  const input = <Document>(kind: string) =>
    (bundle?.inputs.find((each) => each.kind === kind)?.document ?? null) as Document | null;
  return {
    facts: await factsOf(row, segment),
    bundle,
    plan: read<Plan>(row.planId),
    decision: read<Decision>(row.decisionId),
    simulation: bundle?.simulation ?? null,
    snapshot: input<Snapshot>("snapshot"),
    policy: input<Policy>("policy"),
    events: await proposalEventsOf(db, safeTxHash),
  };
}
