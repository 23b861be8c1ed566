import type { BlockRef } from "@ballast/core";
import { headerCall, headerReply } from "./readHeader.ts";
import type { ChainSource } from "./rpc.ts";

/**
 * Whether the source still holds the block as canonical: `gone` when it does not know the hash or has another block at
 * that height; `unknown` when it does not say.
 */
export async function readCanonical(
  source: ChainSource,
  block: BlockRef,
): Promise<"canonical" | "gone" | "unknown"> {
  const replies = await source.request([
    headerCall({ hash: block.hash }),
    headerCall({ number: block.number }),
  ]);
  const [byHash, byNumber] = replies.map((reply) => headerReply(reply, { source, chainId: block.chainId }));
  if (byHash === undefined || byNumber === undefined) return "unknown";
  const isGone = [byHash, byNumber].some((reply) =>
    reply.ok ? reply.header.hash !== block.hash : reply.absent,
  );
  if (isGone) return "gone";
  return byHash.ok && byNumber.ok ? "canonical" : "unknown";
}
