import type { BlockNumber, Hash32, SourceId } from "@ballast/core";
import { numberToHex } from "viem";
import { SourceFault, SourceWrongReply } from "./faults.ts";
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

/** Whether a header is the one that was asked for: a source may answer with another block's true header. */
function isAsked({ number, hash }: Header, at: BlockAt): boolean {
  if (typeof at === "string") return true;
  return "hash" in at ? at.hash === hash : at.number === number;
}

/** Who answered, of which chain it is, and which block it was asked for. */
export type HeaderOrigin = { readonly source: SourceId; readonly chainId: bigint; readonly at: BlockAt };

/** What a reply to `headerCall` says. The hash is computed from the fields, never believed. */
export function headerReply(reply: RpcReply, { source, chainId, at }: HeaderOrigin): HeaderReply {
  if (!reply.ok) return { ok: false, absent: false, fault: reply.fault };
  if (reply.result === null) return { ok: false, absent: true };
  try {
    const header = verifyHeader(reply.result, { source, chainId });
    if (isAsked(header, at)) return { ok: true, header };
    return {
      ok: false,
      absent: false,
      fault: new SourceWrongReply(source, `it gave block ${header.number} when asked for another`),
    };
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
  const { chainId, at } = wanted;
  const replies = await source.request(at.map(headerCall));
  const unanswered = {
    ok: false,
    absent: false,
    fault: new SourceWrongReply(source.id, "no reply to this call"),
  } as const;
  return at.map((one, index) => {
    const reply = replies[index];
    return reply === undefined ? unanswered : headerReply(reply, { source: source.id, chainId, at: one });
  });
}
