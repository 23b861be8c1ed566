import type { BlockRef } from "@ballast/core";
import { readHeaders } from "./readHeader.ts";
import type { ChainSource } from "./rpc.ts";

/**
 * Whether the source still holds the block as canonical: `gone` when it does not know the hash or has another block at
 * that height; `unknown` when it does not say.
 */
export async function readCanonical(
  source: ChainSource,
  block: BlockRef,
): Promise<"canonical" | "gone" | "unknown"> {
  const at = [{ hash: block.hash }, { number: block.number }];
  const replies = await readHeaders(source, { chainId: block.chainId, at });
  const isGone = replies.some((reply) => (reply.ok ? reply.header.hash !== block.hash : reply.absent));
  if (isGone) return "gone";
  return replies.every(({ ok }) => ok) ? "canonical" : "unknown";
}
