import type { AccountRef, BlockNumber, BlockRef, SafeState } from "@ballast/core";
import { createPinnedReader } from "../../../chain/createPinnedReader.ts";
import { readCanonical } from "../../../chain/readCanonical.ts";
import type { ChainSource } from "../../../chain/rpc.ts";
import type { Deployment } from "../../../deployment/types.ts";
import { BlockGoneError, TrackingIncompleteError } from "../errors.ts";
import { readSafeState } from "../readSafeState.ts";
import { readSafeEvents } from "./readSafeEvents.ts";
import type { SafeEvent } from "./safeEvent.ts";

type EventOf<Kind extends SafeEvent["kind"]> = Extract<SafeEvent, { kind: Kind }>;

/** An execution with the nonce that it used up. */
export type TrackedExecution = EventOf<"execution"> & { readonly nonce: bigint };

/** What the chain says of one Safe over a range of blocks. Everything carries its block's hash. */
export type AccountFacts = {
  readonly account: AccountRef;
  readonly fromBlock: BlockNumber;
  readonly toBlock: BlockRef;
  /** At `toBlock`. */
  readonly safe: SafeState;
  readonly executions: readonly TrackedExecution[];
  readonly approvals: readonly EventOf<"approval">[];
  readonly configuration: readonly EventOf<"configuration">[];
  readonly moduleExecutions: readonly EventOf<"module-execution">[];
};

export type TrackRequest = {
  readonly source: ChainSource;
  readonly account: AccountRef;
  readonly deployment: Deployment;
  /** Not after the block in which the oldest proposal of interest was made. */
  readonly fromBlock: BlockNumber;
  readonly toBlock: BlockRef;
  /** Most blocks in one `eth_getLogs`; 2,000 unless told otherwise. */
  readonly blocksPerRequest?: bigint;
};

/** Hosted nodes refuse more; see the providers' own limits. */
const BLOCKS_PER_REQUEST = 2_000n;

/** A Safe uses up one nonce with each execution that it reports, so the last one used the nonce before the present one. */
function withNonces(executions: readonly EventOf<"execution">[], next: bigint): readonly TrackedExecution[] {
  const first = next - BigInt(executions.length);
  return executions.map((execution, place) => ({ ...execution, nonce: first + BigInt(place) }));
}

async function readSafe({ source, account, deployment, toBlock }: TrackRequest): Promise<SafeState> {
  const reader = createPinnedReader({ source, block: toBlock, multicall: deployment.multicall });
  const reading = await readSafeState(reader, account.address);
  if (reading.ok) return reading.safe;
  if (reading.missing.code === "not-canonical") throw new BlockGoneError(toBlock.hash);
  throw new TrackingIncompleteError(source.id, reading.missing.detail);
}

/**
 * What happened to one Safe from `fromBlock` to `toBlock`: executions and their outcome by safeTxHash, approvals on
 * chain, changes of configuration, module executions; and its state at `toBlock`. Logs are asked for by number, so
 * `toBlock` is confirmed as canonical after everything was read; what is returned belongs to its chain.
 * @throws BlockGoneError after a reorganisation; SourceFault, TrackingIncompleteError when the source does not say
 */
export async function trackAccount(request: TrackRequest): Promise<AccountFacts> {
  const { source, account, fromBlock, toBlock, blocksPerRequest = BLOCKS_PER_REQUEST } = request;
  const range = { source, account: account.address, fromBlock, toBlock, blocksPerRequest };
  const [events, safe] = await Promise.all([readSafeEvents(range), readSafe(request)]);
  const state = await readCanonical(source, toBlock);
  if (state === "gone") throw new BlockGoneError(toBlock.hash);
  if (state === "unknown")
    throw new TrackingIncompleteError(source.id, "no word on whether the block is canonical");
  const only = <Kind extends SafeEvent["kind"]>(kind: Kind) =>
    events.filter((event): event is EventOf<Kind> => event.kind === kind);
  return {
    account,
    fromBlock,
    toBlock,
    safe,
    executions: withNonces(only("execution"), safe.nonce),
    approvals: only("approval"),
    configuration: only("configuration"),
    moduleExecutions: only("module-execution"),
  };
}
