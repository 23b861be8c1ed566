import {
  type Address,
  type BlockNumber,
  type BlockRef,
  blockNumber,
  type Hash32,
  type Hex,
} from "@ballast/core";
import { numberToHex } from "viem";
import { z } from "zod";
import { SourceWrongReply } from "../../../chain/faults.ts";
import type { ChainSource, RpcCall } from "../../../chain/rpc.ts";
import { TrackingIncompleteError } from "../errors.ts";
import { decodeSafeEvent, SAFE_EVENT_TOPICS } from "./decodeSafeEvent.ts";
import type { SafeEvent } from "./safeEvent.ts";

const hex = z
  .string()
  .regex(/^0x[0-9a-fA-F]*$/)
  .transform((text) => text.toLowerCase() as Hex);
const logs = z.array(
  z.object({
    address: hex,
    topics: z.array(hex),
    data: hex,
    blockNumber: hex,
    blockHash: hex,
    transactionHash: hex,
    logIndex: hex,
    removed: z.boolean().optional(),
  }),
);
type Log = z.infer<typeof logs>[number];

export type EventRange = {
  readonly source: ChainSource;
  readonly account: Address;
  readonly fromBlock: BlockNumber;
  readonly toBlock: BlockRef;
  /** Most blocks in one question; providers limit it. */
  readonly blocksPerRequest: bigint;
};

/** One question per piece of the range; a range of one block is asked by its hash. */
function questions({ account, fromBlock, toBlock, blocksPerRequest }: EventRange): readonly RpcCall[] {
  const filter = { address: account, topics: [SAFE_EVENT_TOPICS] };
  if (fromBlock === toBlock.number)
    return [{ method: "eth_getLogs", params: [{ ...filter, blockHash: toBlock.hash }] }];
  const calls: RpcCall[] = [];
  for (let from: bigint = fromBlock; from <= toBlock.number; from += blocksPerRequest) {
    const last = from + blocksPerRequest - 1n;
    const to = last < toBlock.number ? last : toBlock.number;
    const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) };
    calls.push({ method: "eth_getLogs", params: [{ ...filter, ...range }] });
  }
  return calls;
}

function refuseForeign(log: Log, { source, account, fromBlock, toBlock }: EventRange): void {
  const number = BigInt(log.blockNumber);
  const isAtHead = number === toBlock.number && log.blockHash !== toBlock.hash;
  const isOutside =
    number < fromBlock || number > toBlock.number || log.address !== account || log.removed === true;
  if (!isAtHead && !isOutside) return;
  const problem = `a log of block ${number} ${log.blockHash} that was not asked for`;
  throw new TrackingIncompleteError(source.id, problem);
}

function eventOf(log: Log): SafeEvent | null {
  return decodeSafeEvent(log, {
    blockNumber: blockNumber(BigInt(log.blockNumber)),
    blockHash: log.blockHash as Hash32,
    transactionHash: log.transactionHash as Hash32,
    logIndex: BigInt(log.logIndex),
  });
}

const byPlace = ({ at: a }: SafeEvent, { at: b }: SafeEvent): number => {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber < b.blockNumber ? -1 : 1;
  return a.logIndex < b.logIndex ? -1 : 1;
};

/**
 * The followed events of one Safe from `fromBlock` to `toBlock`, both included, in the order they happened.
 * Whether `toBlock` is still canonical afterwards is for the caller to ask: only then do they belong together.
 * @throws SourceFault when the source does not answer; TrackingIncompleteError when it answers something else
 */
export async function readSafeEvents(range: EventRange): Promise<readonly SafeEvent[]> {
  const { source } = range;
  const replies = await source.request(questions(range));
  const found = replies.flatMap((reply) => {
    if (!reply.ok) throw reply.fault;
    const parsed = logs.safeParse(reply.result);
    if (!parsed.success) throw new SourceWrongReply(source.id, "eth_getLogs gave no list of logs");
    return parsed.data;
  });
  for (const log of found) refuseForeign(log, range);
  return found.flatMap((log) => eventOf(log) ?? []).toSorted(byPlace);
}
