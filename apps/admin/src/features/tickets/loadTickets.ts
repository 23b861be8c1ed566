import { decodeCanonical, type TicketLife } from "@ballast/core";
import { listTickets } from "@ballast/db";
import { parseAccountSegment } from "../../queries/accountSegment.ts";
import { database } from "../../queries/database.ts";
import { latestJudgement } from "../../queries/judgement.ts";
import { proposalsOf } from "../../queries/proposalFacts.ts";
import { claimingOf } from "./claimingOf.ts";
import { ticketsOf } from "./ticketsOf.ts";
import type { TicketsView } from "./ticketsView.ts";

/** Withdrawals of one account; null before the keeper has read it. */
export async function loadTickets(segment: string): Promise<TicketsView | null> {
  const account = parseAccountSegment(segment);
  const judgement = await latestJudgement(segment);
  if (account === null || judgement === null) return null;
  const [rows, proposals] = await Promise.all([listTickets(database().db, account), proposalsOf(segment)]);
  const stored = rows.map(({ life, asOfBlock }) => ({
    life: decodeCanonical(life) as unknown as TicketLife,
    asOfBlock,
  }));
  const claiming = claimingOf(
    judgement,
    proposals.map(({ row }) => row),
  );
  return ticketsOf({ stored, snapshot: judgement.snapshot, claiming, base: `/${segment}` });
}
