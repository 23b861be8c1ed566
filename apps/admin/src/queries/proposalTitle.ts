import type { Plan } from "@ballast/core";
import { documentById, type ProposalRow } from "@ballast/db";
import { planTitle } from "../features/proposals/planTitle.ts";
import { database } from "./database.ts";

/** What a queued transaction does, in one line. */
export async function proposalTitle(row: Pick<ProposalRow, "kind" | "nonce" | "planId">): Promise<string> {
  if (row.kind === "rejection") return `Reject nonce ${row.nonce}`;
  if (row.kind === "foreign" || row.planId === null) return "Posted by someone else";
  const stored = await documentById(database().db, row.planId);
  if (stored === undefined) return `Proposal for nonce ${row.nonce}, its plan is no longer stored`;
  return planTitle(stored.value as unknown as Plan);
}
