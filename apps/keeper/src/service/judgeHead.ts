import { type Header, type PinnedBlock, pinBlock } from "@ballast/adapters";
import type { Address } from "@ballast/core";
import { listAccounts, sweepLeaseName, type TickRow } from "@ballast/db";
import { accountRef, runSweep } from "../sweep/runSweep.ts";
import { judgeAccount } from "../tick/judgeAccount.ts";
import { resumeTick } from "../tick/resumeTick.ts";
import { siblingsOf } from "../tick/siblingsOf.ts";
import type { HeadLeases } from "./headLeases.ts";
import type { Keeper } from "./keeper.ts";
import { type HeldLeases, holdLease } from "./leases.ts";
import { pinning } from "./pinning.ts";

/** What came of looking at a head. */
export type HeadJudged =
  /** Another keeper holds the sweep. */
  | { readonly kind: "standing-by" }
  | { readonly kind: "judged"; readonly pinned: PinnedBlock; readonly ticks: readonly TickRow[] };

/**
 * One sweep and its ticks: pins the block, takes up ticks that an earlier process left unfinished, reads the chain
 * once, and judges every account whose lane is free.
 */
export async function judgeHead(
  keeper: Keeper,
  { held, head }: { readonly held: HeldLeases; readonly head?: Header },
): Promise<HeadJudged> {
  const { chainId } = keeper.deployment;
  const sweep = await holdLease(keeper, { held, name: sweepLeaseName(chainId) });
  if (sweep === null) return { kind: "standing-by" };
  const pinned = await pinBlock({ ...pinning(keeper), ...(head === undefined ? {} : { head }) });
  const leases = { held, sweep };
  const resumed = await resumeAll(keeper, { leases, pinned });
  const { row, sweep: read, accounts } = await runSweep(keeper, { pinned, lease: sweep });
  const ticks: TickRow[] = [...resumed.values()];
  for (const [index, account] of accounts.entries()) {
    const parts = read.perAccount[index];
    if (parts === undefined || resumed.has(account.address)) continue;
    const siblings = siblingsOf(account.address, { accounts, parts: read.perAccount });
    const tick = await judgeAccount(keeper, {
      leases,
      sweep: row,
      account: accountRef(account),
      parts,
      siblings,
    });
    if (tick !== null) ticks.push(tick);
  }
  return { kind: "judged", pinned, ticks };
}

/** Ticks taken up again that judged this very block, by account: it needs no second judgement. */
async function resumeAll(
  keeper: Keeper,
  { leases, pinned }: { readonly leases: HeadLeases; readonly pinned: PinnedBlock },
): Promise<ReadonlyMap<Address, TickRow>> {
  const resumed = new Map<Address, TickRow>();
  for (const account of await listAccounts(keeper.db, keeper.deployment.chainId)) {
    const tick = await resumeTick(keeper, { leases, pinned, account: accountRef(account) });
    if (tick?.blockHash === pinned.block.hash) resumed.set(account.address, tick);
  }
  return resumed;
}
