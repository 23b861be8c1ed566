import { isLive, type Plan, type TicketId } from "@ballast/core";
import { type Database, documentsByIds, type ProposalRow } from "@ballast/db";

/** Which of these proposals claims which ticket; only those that may still execute. */
export async function claimingProposals(
  db: Database,
  rows: readonly ProposalRow[],
): Promise<ReadonlyMap<TicketId, ProposalRow>> {
  const claims = rows.filter((row) => row.kind === "claim" && isLive(row));
  const plans = await documentsByIds(
    db,
    claims.flatMap(({ planId }) => planId ?? []),
  );
  const ticketsOf = ({ planId }: ProposalRow) =>
    planId === null ? [] : ((plans.get(planId)?.value as unknown as Plan | undefined)?.claims ?? []);
  return new Map(claims.flatMap((row) => ticketsOf(row).map(({ ticket }) => [ticket, row] as const)));
}
