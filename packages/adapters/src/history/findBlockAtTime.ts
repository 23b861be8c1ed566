import { type BlockNumber, type BlockRef, blockNumber, type UnixSeconds } from "@ballast/core";
import type { ChainSource } from "../chain/rpc.ts";
import { readBlocks } from "./readBlocks.ts";

export type BlockAtTimeRequest = {
  readonly source: ChainSource;
  /** The newest block that may be the answer. */
  readonly head: BlockRef;
  readonly time: UnixSeconds;
};

/** Heights asked for in one request; 25 million blocks take six requests. */
const PROBES = 16n;

/** Heights that cut the open range in even parts. */
function probes(low: bigint, high: bigint): readonly BlockNumber[] {
  const steps = high - low - 1n < PROBES ? high - low - 1n : PROBES;
  return Array.from({ length: Number(steps) }, (_, index) =>
    blockNumber(low + ((high - low) * (BigInt(index) + 1n)) / (steps + 1n)),
  );
}

/**
 * The newest block whose time is at or before `time`, its header checked; null when even the genesis is later.
 *
 * @throws SourceFault when the source does not answer.
 */
export async function findBlockAtTime(request: BlockAtTimeRequest): Promise<BlockRef | null> {
  const { source, head, time } = request;
  if (head.timestamp <= time) return head;
  const { chainId } = head;
  const [genesis] = await readBlocks(source, { chainId, numbers: [blockNumber(0n)] });
  if (genesis === undefined || genesis.timestamp > time) return null;
  let [low, high] = [genesis, head];
  while (high.number - low.number > 1n) {
    const found = await readBlocks(source, { chainId, numbers: probes(low.number, high.number) });
    low = found.findLast(({ timestamp }) => timestamp <= time) ?? low;
    high = found.find(({ timestamp }) => timestamp > time) ?? high;
  }
  return low;
}
