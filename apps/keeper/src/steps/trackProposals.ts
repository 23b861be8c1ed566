import {
  type ProposalState,
  proposalStateFrom,
  type SafeState,
  type Snapshot,
  unixSeconds,
} from "@ballast/core";
import {
  appendAudit,
  openProposals,
  type ProposalFacts,
  type ProposalRow,
  recentProposals,
  releaseNonce,
  saveTickStep,
  tickById,
  updateProposalState,
} from "@ballast/db";
import type { TickWork } from "../tick/tickWork.ts";
import { countSignatures } from "../track/countSignatures.ts";
import { nonceConsumer } from "../track/nonceConsumer.ts";

/** How long an execution is watched for a reorganisation that takes it back: longer than two epochs take to finalise. */
const WATCHED_SECONDS = 3_600n;

/**
 * Step 7, track: brings every proposal of the account to the state that the chain and its signatures say. The chain
 * always wins. A proposal whose execution left the chain comes back to life.
 */
export async function trackProposals(work: TickWork, snapshot: Snapshot): Promise<void> {
  const { keeper, tick, lane } = work;
  const { safe } = snapshot;
  if (safe !== null) {
    for (const row of await tracked(work, { snapshot, safe })) await follow(work, { row, snapshot, safe });
  }
  if (tick.step < 7) await saveTickStep(keeper.db, { tick, step: 7, lease: lane });
}

type Seen = { readonly snapshot: Snapshot; readonly safe: SafeState };

/** What is open, and what ended lately although the Safe's nonce is back at or below its own. */
async function tracked(
  { keeper, account }: TickWork,
  { snapshot, safe }: Seen,
): Promise<readonly ProposalRow[]> {
  const since = unixSeconds(snapshot.block.timestamp - WATCHED_SECONDS);
  const open = await openProposals(keeper.db, account);
  const recent = await recentProposals(keeper.db, { account, since });
  const revived = recent.filter(({ state, nonce }) => ENDED.includes(state) && nonce >= safe.nonce);
  return [...open, ...revived];
}

const ENDED: readonly ProposalState[] = ["executed", "reverted", "replaced", "rejected"];

async function follow(work: TickWork, seen: Seen & { readonly row: ProposalRow }): Promise<void> {
  const { keeper } = work;
  const { row, snapshot, safe } = seen;
  const consumed = row.nonce < safe.nonce ? await nonceConsumer(keeper, { row, snapshot }) : null;
  const standing = proposalStateFrom({
    safeTxHash: row.safeTxHash,
    nonce: row.nonce,
    isPosted: row.state !== "draft",
    isDeleted: row.state === "deleted" || (await isAbandonedDraft(work, row)),
    have: await countSignatures(keeper, seen),
    threshold: safe.threshold,
    deadline: row.deadline,
    now: snapshot.block.timestamp,
    accountNonce: safe.nonce,
    consumer: consumed?.consumer ?? null,
  });
  if (!standing.ok) {
    keeper.log.warn({ safeTxHash: row.safeTxHash }, "the nonce is used up, but no execution was found");
  } else if (standing.state !== row.state) {
    await move(work, { row, to: standing.state, stored: consumed?.stored ?? NOT_EXECUTED });
  }
}

/** A draft whose tick ended without posting it; nobody ever saw it. */
async function isAbandonedDraft({ keeper, tick }: TickWork, row: ProposalRow): Promise<boolean> {
  if (row.state !== "draft" || row.tickId === null || row.tickId === tick.id) return false;
  const made = await tickById(keeper.db, row.tickId);
  return made?.outcome !== null;
}

async function move(
  { keeper, account, lane, tick }: TickWork,
  {
    row,
    to,
    stored,
  }: { readonly row: ProposalRow; readonly to: ProposalState; readonly stored: ProposalFacts },
): Promise<void> {
  const { safeTxHash, state: from, nonce } = row;
  await updateProposalState(keeper.db, { proposal: row, from, to, cause: to, facts: stored, lease: lane });
  if (row.tickId !== null && ENDED.includes(to)) {
    await releaseNonce(keeper.db, { account, tickId: row.tickId, lease: lane });
  }
  keeper.log.info({ safeTxHash, from, to }, "proposal moved");
  await appendAudit(keeper.db, {
    actor: keeper.instance,
    kind: `proposal.${to}`,
    payload: { account: account.address, safeTxHash, nonce, from, tick: tick.id },
  });
}

const NOT_EXECUTED: ProposalFacts = {
  executedTxHash: null,
  executedBlock: null,
  executedBlockHash: null,
  executedAt: null,
};
