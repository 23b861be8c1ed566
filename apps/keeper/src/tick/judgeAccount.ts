import type { SnapshotParts } from "@ballast/adapters";
import type { AccountRef } from "@ballast/core";
import { laneLeaseName, openTick, type SweepRow, type TickRow, unfinishedTick } from "@ballast/db";
import type { HeadLeases } from "../service/headLeases.ts";
import type { Keeper } from "../service/keeper.ts";
import { holdLease } from "../service/leases.ts";
import { runTick } from "./runTick.ts";

/**
 * Opens and runs the account's tick of a sweep.
 * @returns null while another keeper holds the account's lane, or has just left it with a tick that has no outcome yet
 */
export async function judgeAccount(
  keeper: Keeper,
  facts: {
    readonly leases: HeadLeases;
    readonly sweep: SweepRow;
    readonly account: AccountRef;
    readonly parts: SnapshotParts;
    readonly siblings: readonly SnapshotParts[];
  },
): Promise<TickRow | null> {
  const { leases, sweep, account, parts, siblings } = facts;
  const lane = await holdLease(keeper, { held: leases.held, name: laneLeaseName(account) });
  if (lane === null) return null;
  // Whoever held the lane until now may have left a tick: it is taken up at the next look, and nothing is judged beside it.
  if ((await unfinishedTick(keeper.db, account)) !== undefined) return null;
  const tick = await openTick(keeper.db, { sweep, account, lease: lane });
  return runTick({ keeper, account, tick, lane, sweep: leases.sweep, siblings }, parts);
}
