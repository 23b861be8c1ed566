import type { Decision } from "@ballast/core";
import { documentById, type ProposalRow } from "@ballast/db";
import { database } from "./database.ts";

const REASONS: Readonly<Record<string, string>> = {
  "better-yield": "Better yield",
  "limit-breached": "A limit is breached",
  emergency: "Emergency",
  "claim-due": "A withdrawal can be claimed",
};

/** Why a transaction is in the queue, in a word. */
export async function reasonOf(row: Pick<ProposalRow, "kind" | "decisionId">): Promise<string> {
  if (row.kind === "rejection") return "Asked for by an owner";
  if (row.kind === "foreign" || row.decisionId === null) return "Posted by someone else";
  const stored = await documentById(database().db, row.decisionId);
  const outcome = (stored?.value as unknown as Decision | undefined)?.outcome;
  return outcome?.kind === "propose"
    ? (REASONS[outcome.because] ?? outcome.because)
    : "Its decision is no longer stored";
}
