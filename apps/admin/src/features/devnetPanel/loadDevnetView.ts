import type { RequestRow } from "@ballast/db";
import { listRequests } from "@ballast/db";
import { integer } from "../../format/integer.ts";
import { accountSegment } from "../../queries/accountSegment.ts";
import { allAccounts } from "../../queries/accounts.ts";
import { chainFacts } from "../../queries/chainFacts.ts";
import { database } from "../../queries/database.ts";
import { recentTicks } from "../../queries/judgement.ts";
import { type ProposalFacts, proposalsOf } from "../../queries/proposalFacts.ts";
import { proposalTitle } from "../../queries/proposalTitle.ts";
import { isOpen } from "../proposals/proposalStatus.ts";
import type { DevnetView, ScenarioRun } from "./devnetView.ts";
import { type FirstProposalFacts, fourSteps, type ShiftFacts } from "./fourSteps.ts";

const RUNS = 12;

/** The devnet's card and panel; null anywhere else. */
export async function loadDevnetView(segment: string): Promise<DevnetView | null> {
  if ((await chainFacts())?.devnet == null) return null;
  const rows = await listRequests(database().db, { kinds: ["devnet-scenario"], limit: RUNS });
  const shift = rows.find((row) => row.payload.name === "yield-shift") ?? null;
  const calmed = rows.findIndex((row) => row.payload.name === "calm");
  const isOver = shift !== null && calmed >= 0 && calmed < rows.indexOf(shift);
  const found = await proposalOf(segment, isOver ? null : shift);
  const proposal = found === null ? null : await firstProposal(found);
  return {
    steps: fourSteps({ shift: isOver ? null : shiftFacts(shift), proposal }),
    shiftError: shift?.error ?? null,
    proposal: found === null ? null : await linkOf(found),
    executed: found === null ? null : executedOf(found.facts),
    runs: rows.map(runOf),
  };
}

type Found = { readonly segment: string; readonly facts: ProposalFacts };

/** The open proposal, or the newest that came after the shift: of this account if it has one, else of another. */
async function proposalOf(segment: string, shift: RequestRow | null): Promise<Found | null> {
  const others = (await allAccounts()).map(accountSegment).filter((other) => other !== segment);
  for (const each of [segment, ...others]) {
    const facts = (await proposalsOf(each)).find(({ row }) => isTheOne(row, shift));
    if (facts !== undefined) return { segment: each, facts };
  }
  return null;
}

function isTheOne({ kind, state, createdAt }: ProposalFacts["row"], shift: RequestRow | null): boolean {
  // A claim or an emergency exit may come at any time and says nothing of the yields.
  if (kind !== "rebalance") return false;
  if (isOpen(state) && state !== "expired") return true;
  return state === "executed" && shift !== null && createdAt >= shift.createdAt;
}

async function firstProposal({ segment, facts }: Found): Promise<FirstProposalFacts> {
  const { row, signatures, threshold } = facts;
  const after = (await recentTicks(segment)).filter(
    ({ blockNumber, finishedAt }) =>
      row.executedBlock !== null && blockNumber > row.executedBlock && finishedAt !== null,
  );
  return {
    state: row.state,
    signed: signatures.length,
    threshold,
    heldAfter: after.some(({ outcome }) => outcome === "held"),
  };
}

async function linkOf({ segment, facts }: Found): Promise<NonNullable<DevnetView["proposal"]>> {
  return {
    href: `/${segment}/proposals/${facts.row.safeTxHash}`,
    title: await proposalTitle(facts.row),
    signed: facts.signatures.length,
    threshold: facts.threshold,
  };
}

function executedOf({ row }: ProposalFacts): DevnetView["executed"] {
  if (row.executedBlock === null || row.executedAt === null) return null;
  return { block: integer(row.executedBlock), at: Number(row.executedAt) };
}

function shiftFacts(row: RequestRow | null): ShiftFacts | null {
  if (row === null) return null;
  return {
    state: row.state,
    finishedAt: row.finishedAt === null ? null : Number(row.finishedAt),
    error: row.error,
  };
}

function runOf({ payload, state, result, error, createdAt, finishedAt }: RequestRow): ScenarioRun {
  const waiting = state === "queued" ? "Waiting for the devnet." : "Under way.";
  return {
    name: String(payload.name),
    state,
    sentence: error ?? (state === "done" ? String(result?.sentence ?? "Done.") : waiting),
    at: Number(finishedAt ?? createdAt),
  };
}
