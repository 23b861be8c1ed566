import type { SnapshotParts } from "@ballast/adapters";
import type { AccountRef } from "@ballast/core";
import { laneLeaseName, openTick, type SweepRow, type TickRow } from "@ballast/db";
import type { HeadLeases } from "../service/headLeases.ts";
import type { Keeper } from "../service/keeper.ts";
import { holdLease } from "../service/leases.ts";
import { runTick } from "./runTick.ts";

/**
 * Opens and runs the account's tick of a sweep.
 * @returns null while another keeper holds the account's lane
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
  const tick = await openTick(keeper.db, { sweep, account, lease: lane });
  return runTick({ keeper, account, tick, lane, sweep: leases.sweep, siblings }, parts);
}
