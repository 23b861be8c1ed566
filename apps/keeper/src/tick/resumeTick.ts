import type { PinnedBlock } from "@ballast/adapters";
import type { AccountRef, BlockRef } from "@ballast/core";
import {
  finishTick,
  type Lease,
  laneLeaseName,
  listAccounts,
  sweepById,
  type TickRecord,
  type TickRow,
  unfinishedTick,
} from "@ballast/db";
import type { HeadLeases } from "../service/headLeases.ts";
import type { Keeper } from "../service/keeper.ts";
import { holdLease } from "../service/leases.ts";
import { storedParts } from "../sweep/readings.ts";
import { isStillCanonical } from "./isStillCanonical.ts";
import { runTick } from "./runTick.ts";
import { siblingsOf } from "./siblingsOf.ts";

/** How many blocks a tick may lie behind the head and still be taken up again; an older one is judged anew. */
const RESUME_DEPTH = 5n;

/**
 * Goes on with the tick that an earlier process left without an outcome, from its stored products. One that is too old
 * or whose block is gone is ended as failed.
 * @returns the tick, ended; null when there is none, or another keeper holds the lane
 */
export async function resumeTick(
  keeper: Keeper,
  facts: { readonly leases: HeadLeases; readonly pinned: PinnedBlock; readonly account: AccountRef },
): Promise<TickRow | null> {
  const { leases, pinned, account } = facts;
  const tick = await unfinishedTick(keeper.db, account);
  if (tick === undefined) return null;
  const lane = await holdLease(keeper, { held: leases.held, name: laneLeaseName(account) });
  if (lane === null) return null;
  const block: BlockRef = {
    chainId: tick.chainId,
    number: tick.blockNumber,
    hash: tick.blockHash,
    timestamp: tick.timestamp,
  };
  if (pinned.block.number - tick.blockNumber > RESUME_DEPTH)
    return abandon(keeper, { tick, lane, reason: "superseded" });
  if (!(await isStillCanonical({ keeper }, block)))
    return abandon(keeper, { tick, lane, reason: "block-gone" });
  const sweep = await sweepById(keeper.db, tick.sweepId);
  if (sweep === undefined) return abandon(keeper, { tick, lane, reason: "sweep-lost" });
  const { parts, all } = await storedParts(keeper.db, { sweep, account: account.address });
  const accounts = await listAccounts(keeper.db, tick.chainId);
  const siblings = siblingsOf(account.address, { accounts, parts: all });
  keeper.log.info({ tick: tick.id.toString(), step: tick.step }, "tick taken up again");
  return runTick({ keeper, account, tick, lane, sweep: leases.sweep, siblings }, parts);
}

const DETAIL = {
  superseded: "The chain moved on while no keeper was there; the newest head is judged instead.",
  "block-gone": "Its block is no longer part of the chain.",
  "sweep-lost": "The sweep that it belongs to is not stored.",
} as const;

function abandon(
  keeper: Keeper,
  {
    tick,
    lane,
    reason,
  }: { readonly tick: TickRecord; readonly lane: Lease; readonly reason: keyof typeof DETAIL },
): Promise<TickRow> {
  return finishTick(keeper.db, { tick, outcome: "failed", reason, detail: DETAIL[reason], lease: lane });
}
