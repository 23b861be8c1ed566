import type { BlockNumber, Hash32 } from "@ballast/core";
import { numberToHex } from "viem";
import { SourceFault } from "./faults.ts";
import type { ChainSource, RpcCall, RpcReply } from "./rpc.ts";
import { type Header, verifyHeader } from "./verifyHeader.ts";

/** Which block: the newest, the newest final one, or one by height or hash. */
export type BlockAt = "latest" | "finalized" | { readonly number: BlockNumber } | { readonly hash: Hash32 };

/** A header that is true to its hash; `absent` when the source has no such block; or what went wrong. */
export type HeaderReply =
  | { readonly ok: true; readonly header: Header }
  | { readonly ok: false; readonly absent: true }
  | { readonly ok: false; readonly absent: false; readonly fault: SourceFault };

/** The JSON-RPC call for a header, without transactions. */
export function headerCall(at: BlockAt): RpcCall {
  if (typeof at === "string") return { method: "eth_getBlockByNumber", params: [at, false] };
  if ("hash" in at) return { method: "eth_getBlockByHash", params: [at.hash, false] };
  return { method: "eth_getBlockByNumber", params: [numberToHex(at.number), false] };
}

/** What a reply to `headerCall` says. The hash is computed from the fields, never believed. */
export function headerReply(
  reply: RpcReply,
  from: { readonly source: ChainSource; readonly chainId: bigint },
): HeaderReply {
  if (!reply.ok) return { ok: false, absent: false, fault: reply.fault };
  if (reply.result === null) return { ok: false, absent: true };
  try {
    const header = verifyHeader(reply.result, { source: from.source.id, chainId: from.chainId });
    return { ok: true, header };
  } catch (error) {
    if (error instanceof SourceFault) return { ok: false, absent: false, fault: error };
    throw error;
  }
}

/** Reads the headers of blocks of this chain from one source, in one request, each checked against its hash. */
export async function readHeaders(
  source: ChainSource,
  wanted: { readonly chainId: bigint; readonly at: readonly BlockAt[] },
): Promise<readonly HeaderReply[]> {
  const replies = await source.request(wanted.at.map(headerCall));
  return replies.map((reply) => headerReply(reply, { source, chainId: wanted.chainId }));
}
