import { proposalTitle } from "../../../queries/proposalTitle.ts";
import { reasonOf } from "../../../queries/reasonOf.ts";
import { type ProposalTurn, turnsOf } from "../../../queries/turns.ts";
import { groupQueue, type QueueEntry } from "../groupQueue.ts";
import { isOpen, statusLook } from "../proposalStatus.ts";
import type { QueueEntryView, QueueRowView, QueueView } from "./queueView.ts";

type Row = { readonly nonce: bigint; readonly view: QueueRowView; readonly open: boolean };

/** The queue of one account by nonce, and what became of earlier work. */
export async function loadQueue(segment: string): Promise<QueueView> {
  const turns = await turnsOf(segment);
  const rows = await Promise.all(turns.map((each) => rowOf(each, segment)));
  const next = turns[0]?.facts.chainNonce ?? null;
  const open = rows.filter((row) => row.open);
  const grouped = groupQueue(open, next ?? open[0]?.nonce ?? 0n);
  return {
    entries: grouped.map((entry) => entryOf(entry, next)),
    history: rows.filter((row) => !row.open).map(({ nonce, view }) => ({ ...view, nonce: `${nonce}` })),
    next: next === null ? null : `${next}`,
  };
}

async function rowOf({ facts, turn }: ProposalTurn, segment: string): Promise<Row> {
  const { row, signatures, threshold } = facts;
  return {
    nonce: row.nonce,
    open: isOpen(row.state),
    view: {
      key: row.safeTxHash,
      href: `/${segment}/proposals/${row.safeTxHash}`,
      title: await proposalTitle(row),
      status: statusLook(row.state),
      reason: await reasonOf(row),
      signed: signatures.length,
      threshold,
      turn,
      postedAt: Number(row.postedAt ?? row.createdAt),
      deadline: row.deadline === null ? null : Number(row.deadline),
    },
  };
}

function entryOf(entry: QueueEntry<Row>, next: bigint | null): QueueEntryView {
  if (entry.kind === "gap") return { kind: "gap", text: gapText(entry) };
  return {
    kind: "nonce",
    nonce: `${entry.nonce}`,
    isNext: entry.isNext,
    isBehind: next !== null && entry.nonce < next,
    rows: entry.rows.map(({ view }) => view),
  };
}

function gapText({ from, to }: { readonly from: bigint; readonly to: bigint }): string {
  const missing = from === to ? `Nonce ${from} is missing` : `Nonces ${from} to ${to} are missing`;
  return `${missing}. Nothing behind can execute until something uses ${from === to ? "it" : "them"}.`;
}
