import type { BlockNumber, BlockRef } from "@ballast/core";
import { SourceWrongReply } from "../chain/faults.ts";
import { readHeaders } from "../chain/readHeader.ts";
import type { ChainSource } from "../chain/rpc.ts";

/**
 * The blocks at these heights, their hashes computed from their headers, in one JSON-RPC array.
 *
 * @throws SourceFault when the source lacks one of them or does not answer.
 */
export async function readBlocks(
  source: ChainSource,
  wanted: { readonly chainId: bigint; readonly numbers: readonly BlockNumber[] },
): Promise<readonly BlockRef[]> {
  const { chainId, numbers } = wanted;
  const replies = await readHeaders(source, { chainId, at: numbers.map((number) => ({ number })) });
  return replies.map((reply, index) => {
    if (!reply.ok)
      throw reply.absent ? new SourceWrongReply(source.id, `it has no block ${numbers[index]}`) : reply.fault;
    const { number, hash, timestamp } = reply.header;
    return { chainId, number, hash, timestamp };
  });
}
