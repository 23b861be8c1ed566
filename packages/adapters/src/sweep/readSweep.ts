import { type AccountRef, type BlockRef, compareText, type HeadReading } from "@ballast/core";
import type { CriticalCall, ReadRequest } from "../adapter.ts";
import { createPinnedReader } from "../chain/createPinnedReader.ts";
import type { PinnedBlock } from "../chain/pinBlock.ts";
import { primaryOf } from "../chain/primaryOf.ts";
import type { ChainSource } from "../chain/rpc.ts";
import { COIN } from "../coin.ts";
import type { Deployment } from "../deployment/types.ts";
import { safeStateCalls } from "../rails/safe/safeStateCalls.ts";
import { adapters } from "../registry.ts";
import { headsAfter, withoutDisputed } from "./applyCrossCheck.ts";
import { crossCheck } from "./crossCheck.ts";
import { type ChainReadings, readChain, type SweepReadings } from "./readChain.ts";
import type { SnapshotParts } from "./snapshotParts.ts";
import { meter, type SourceUse } from "./sourceUse.ts";

export type SweepRequest = Pick<PinnedBlock, "block" | "baseFee" | "heads"> &
  Pick<ReadRequest, "openTickets"> & {
    readonly deployment: Deployment;
    /** The first is the primary, from which everything is read. */
    readonly sources: readonly ChainSource[];
    readonly accounts: readonly AccountRef[];
  };

/** One block, read once for all accounts. */
export type Sweep = {
  /** In the order of the accounts asked for. */
  readonly perAccount: readonly SnapshotParts[];
  readonly chain: ChainReadings & { readonly block: BlockRef; readonly heads: readonly HeadReading[] };
  /** What was asked of each source, without pinning the block. */
  readonly requests: readonly SourceUse[];
};

/** Balances and the state of each Safe: what moves money when it is wrong. */
function criticalCalls({ deployment, accounts, openTickets = [] }: SweepRequest): readonly CriticalCall[] {
  const balances = adapters.flatMap((adapter) =>
    adapter.criticalCalls({ deployment, accounts, openTickets }),
  );
  const safes = accounts.flatMap((account) =>
    safeStateCalls(account.address).map((call) => ({ account, call })),
  );
  return [...balances, ...safes];
}

/** Sources beside the primary that agreed on the block; the others cannot confirm anything at it. */
function confirming({ sources, heads }: SweepRequest): readonly ChainSource[] {
  const agreeing = new Set(heads.filter(({ state }) => state === "agrees").map(({ source }) => source));
  return sources.slice(1).filter(({ id }) => agreeing.has(id));
}

type Shared = ChainReadings & Pick<SnapshotParts, "block" | "heads">;

function partsOf(
  { account, safe, venues }: SweepReadings["accounts"][number],
  shared: Shared,
): SnapshotParts {
  const missing = [
    ...shared.missing,
    ...venues.flatMap((venue) => venue.missing),
    ...(safe.ok ? [] : [safe.missing]),
  ];
  return {
    ...shared,
    account,
    baseAsset: COIN,
    safe: safe.ok ? safe.safe : null,
    positions: venues.flatMap(({ positions }) => positions),
    tickets: venues.flatMap(({ tickets }) => tickets),
    exits: venues.flatMap(({ exits }) => exits),
    disputes: [],
    missing,
  };
}

/**
 * Reads everything for all accounts at one pinned block: one HTTP request to the primary, one to each source that
 * confirms the critical readings. Never throws for a fault of the chain: what could not be read, or is disputed, is
 * said in `missing`, `disputes` and `heads`.
 *
 * @throws NoSource when there is no source to read from.
 */
export async function readSweep(request: SweepRequest): Promise<Sweep> {
  const { deployment, sources, block, accounts, openTickets = [], baseFee } = request;
  const open = (source: ChainSource) => {
    const reader = createPinnedReader({ source, block, multicall: deployment.multicall });
    return { source: source.id, reader, use: meter(source, reader) };
  };
  const primary = open(primaryOf(sources));
  const readers = [primary, ...confirming(request).map(open)];
  const [read, check] = await Promise.all([
    readChain({ reader: primary.reader, deployment, accounts, openTickets, baseFee }),
    crossCheck(readers, criticalCalls(request)),
  ]);
  const shared = { ...read.chain, block, heads: headsAfter(request.heads, check) };
  return {
    perAccount: read.accounts.map((own) => withoutDisputed(partsOf(own, shared), check)),
    chain: shared,
    requests: readers.map(({ use }) => use()).toSorted((a, b) => compareText(a.source, b.source)),
  };
}
