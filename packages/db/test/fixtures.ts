import type { Address, BlockNumber, BlockRef, Hash32, UnixSeconds } from "@ballast/core";
import type { Database } from "../src/client/database.ts";
import { insertBlock } from "../src/queries/blocks/insertBlock.ts";
import type { Lease } from "../src/queries/leases/lease.ts";
import { type AccountKey, laneLeaseName, sweepLeaseName } from "../src/queries/leases/leaseName.ts";
import { takeLease } from "../src/queries/leases/takeLease.ts";
import type { NewProposal } from "../src/queries/proposals/insertProposal.ts";
import { openSweep } from "../src/queries/sweeps/openSweep.ts";
import { openTick } from "../src/queries/ticks/openTick.ts";
import type { SweepRow } from "../src/schema/sweeps.ts";
import type { TickRow } from "../src/schema/ticks.ts";

export const CHAIN = 31337n;
export const ZERO_ADDRESS = `0x${"0".repeat(40)}` as Address;
export const ZERO_HASH = `0x${"0".repeat(64)}` as Hash32;

export const address = (n: number) => `0x${n.toString(16).padStart(40, "0")}` as Address;
export const hash = (n: number) => `0x${n.toString(16).padStart(64, "0")}` as Hash32;

export const ACCOUNT: AccountKey = { chainId: CHAIN, address: address(0xa1) };

/** Block `n` of a chain with twelve-second blocks; another `fork` gives another hash at the same number. */
export const blockRef = (n: number, fork = 0): BlockRef => ({
  chainId: CHAIN,
  number: BigInt(n) as BlockNumber,
  hash: hash(n + fork * 0x10000),
  timestamp: BigInt(1_700_000_000 + 12 * n) as UnixSeconds,
});

/** Takes a lease that must be free, for an hour unless said. */
export async function held(
  db: Database,
  wanted: { name: string; holder?: string; ttlMs?: number },
): Promise<Lease> {
  const result = await takeLease(db, { holder: "keeper-a", ttlMs: 3_600_000, ...wanted });
  if (!result.taken) throw new Error(`${wanted.name} is held by ${result.holder}`);
  return result.lease;
}

export const heldSweep = (db: Database, holder = "keeper-a") =>
  held(db, { name: sweepLeaseName(CHAIN), holder });
export const heldLane = (db: Database, holder = "keeper-a") =>
  held(db, { name: laneLeaseName(ACCOUNT), holder });

export type Leases = { readonly sweep: Lease; readonly lane: Lease };

export async function heldLeases(db: Database, holder = "keeper-a"): Promise<Leases> {
  return { sweep: await heldSweep(db, holder), lane: await heldLane(db, holder) };
}

/** Pins a block and begins a sweep of it. */
export async function sweptBlock(
  db: Database,
  { block, lease }: { block: BlockRef; lease: Lease },
): Promise<SweepRow> {
  await insertBlock(db, { block, parentHash: hash(Number(block.number) - 1), lease });
  return openSweep(db, { block, trigger: "head", heads: [], lease });
}

/** The tick of ACCOUNT in a new sweep of block `n`. */
export async function tickAt(db: Database, { n, leases }: { n: number; leases: Leases }): Promise<TickRow> {
  const sweep = await sweptBlock(db, { block: blockRef(n), lease: leases.sweep });
  return openTick(db, { sweep, account: ACCOUNT, lease: leases.lane });
}

/** A rebalance of ACCOUNT, posted. */
export const newProposal = (changes: Partial<NewProposal> = {}): NewProposal => ({
  chainId: CHAIN,
  account: ACCOUNT.address,
  safeTxHash: hash(0x5afe),
  nonce: 7n,
  kind: "rebalance",
  state: "posted",
  to: address(0x5e4d),
  value: 0n,
  data: "0x8d80ff0a",
  operation: 1n,
  safeTxGas: 0n,
  baseGas: 0n,
  gasPrice: 0n,
  gasToken: ZERO_ADDRESS,
  refundReceiver: ZERO_ADDRESS,
  deadline: 1_700_003_600n as UnixSeconds,
  proposedAt: 1_700_000_012n as UnixSeconds,
  ...changes,
});
