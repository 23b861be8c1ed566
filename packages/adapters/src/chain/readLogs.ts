import { type Address, type BlockNumber, blockNumber, type Hash32, type Hex } from "@ballast/core";
import { numberToHex } from "viem";
import { z } from "zod";
import type { RawLog } from "../adapter.ts";
import { SourceWrongReply } from "./faults.ts";
import type { ChainSource, RpcCall, RpcReply } from "./rpc.ts";

const hex = z
  .string()
  .regex(/^0x[0-9a-fA-F]*$/)
  .transform((text) => text.toLowerCase() as Hex);
const quantity = z
  .string()
  .regex(/^0x[0-9a-fA-F]+$/)
  .transform(BigInt);
const log = z.object({
  address: hex,
  topics: z.array(hex),
  data: hex,
  blockNumber: quantity,
  blockHash: hex,
  transactionHash: hex,
  logIndex: quantity,
  /** Taken back by a reorganisation. */
  removed: z.literal(false).optional(),
});
const logs = z.array(log);

/** Logs of these contracts whose first topic is one of these. */
export type LogFilter = { readonly addresses: readonly Address[]; readonly topics: readonly Hex[] };

export type LogRange = {
  readonly source: ChainSource;
  readonly filter: LogFilter;
  /** Both included. */
  readonly fromBlock: BlockNumber;
  readonly toBlock: BlockNumber;
  /** Most blocks in one question; providers limit it. */
  readonly blocksPerRequest: bigint;
};

const rawLog = ({ removed: _, ...given }: z.infer<typeof log>): RawLog => ({
  ...given,
  blockNumber: blockNumber(given.blockNumber),
  blockHash: given.blockHash as Hash32,
  transactionHash: given.transactionHash as Hash32,
});

function questions({ filter, fromBlock, toBlock, blocksPerRequest }: LogRange): readonly RpcCall[] {
  const { addresses: address, topics } = filter;
  const calls: RpcCall[] = [];
  for (let from: bigint = fromBlock; from <= toBlock; from += blocksPerRequest) {
    const last = from + blocksPerRequest - 1n;
    const range = {
      fromBlock: numberToHex(from),
      toBlock: numberToHex(last < toBlock ? last : toBlock),
    };
    calls.push({ method: "eth_getLogs", params: [{ address, topics: [topics], ...range }] });
  }
  return calls;
}

/** Logs as a node lists them, in a receipt too; null for anything else. */
export function parseLogs(list: unknown): readonly RawLog[] | null {
  const parsed = logs.safeParse(list);
  return parsed.success ? parsed.data.map(rawLog) : null;
}

function logsOf(reply: RpcReply, { source, filter, fromBlock, toBlock }: LogRange): readonly RawLog[] {
  if (!reply.ok) throw reply.fault;
  const parsed = parseLogs(reply.result);
  if (parsed === null) throw new SourceWrongReply(source.id, "eth_getLogs gave no list of logs");
  const stranger = parsed.find(
    ({ address, topics: [topic = "0x"], blockNumber: at }) =>
      !filter.addresses.includes(address) || !filter.topics.includes(topic) || at < fromBlock || at > toBlock,
  );
  if (stranger === undefined) return parsed;
  const { blockNumber: at, address } = stranger;
  throw new SourceWrongReply(
    source.id,
    `eth_getLogs gave a log of ${address} in block ${at} that was not asked for`,
  );
}

const byPlace = (a: RawLog, b: RawLog): number => {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber < b.blockNumber ? -1 : 1;
  return Number(a.logIndex - b.logIndex);
};

/**
 * The logs of a range, oldest first, in one JSON-RPC array. A reply that is lacking or not what was asked for is a fault: there is
 * never a gap that nobody hears of. Whether the blocks are still canonical is for the caller to ask.
 *
 * @throws SourceFault
 */
export async function readLogs(range: LogRange): Promise<readonly RawLog[]> {
  const { source } = range;
  const asked = questions(range);
  const replies = await source.request(asked);
  if (replies.length !== asked.length)
    throw new SourceWrongReply(source.id, "eth_getLogs was not answered whole");
  return replies.flatMap((reply) => logsOf(reply, range)).toSorted(byPlace);
}
