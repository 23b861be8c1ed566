import type { Address, BlockRef, Hex } from "@ballast/core";
import { isHex } from "viem";
import { type AggregateResult, decodeAggregate3, encodeAggregate3 } from "./aggregate3.ts";
import { SourceErrorObject, type SourceFault, SourceWrongReply } from "./faults.ts";
import { faulted, notRun, type Outcome, revertedWith } from "./outcome.ts";
import { type PinnedCall, pinnedTo } from "./pinnedReader.ts";
import { readCanonical } from "./readCanonical.ts";
import type { ChainSource, RpcCall, RpcReply } from "./rpc.ts";

/** Where and at which block calls run. */
export type RunContext = {
  readonly source: ChainSource;
  readonly block: BlockRef;
  readonly multicall: Address;
};

/** Calls that travel in one eth_call. */
export type Chunk = readonly PinnedCall[];

const ethCall = (call: { readonly to: Address; readonly data: Hex }, block: BlockRef): RpcCall => ({
  method: "eth_call",
  params: [{ to: call.to, data: call.data }, pinnedTo(block)],
});

/** The eth_call of a chunk: one Multicall3 aggregate at the block. */
export const aggregateCall = (chunk: Chunk, { block, multicall }: RunContext): RpcCall =>
  ethCall({ to: multicall, data: encodeAggregate3(chunk) }, block);

const outcomeOf = ({ success, returnData }: AggregateResult): Outcome =>
  success ? { ok: true, data: returnData } : revertedWith(returnData);

type Answer = { readonly ok: true; readonly data: Hex } | { readonly ok: false; readonly fault: SourceFault };

function answerOf(reply: RpcReply, source: ChainSource): Answer {
  if (!reply.ok) return reply;
  if (isHex(reply.result)) return { ok: true, data: reply.result };
  return { ok: false, fault: new SourceWrongReply(source.id, "eth_call gave no bytes") };
}

/** JSON-RPC error code of a revert, as Ethereum nodes use it. */
const EXECUTION_REVERTED = 3;

function singleOutcome(answer: Answer): Outcome {
  if (answer.ok) return answer;
  const { fault } = answer;
  if (!(fault instanceof SourceErrorObject) || fault.code !== EXECUTION_REVERTED) return faulted(fault);
  return notRun({ code: "revert", retry: false, detail: fault.text });
}

/** Each call by itself: the way out when the node answers but refuses the aggregate (its gas limit, no Multicall3). */
async function runSingly(chunk: Chunk, { source, block }: RunContext): Promise<readonly Outcome[]> {
  const replies = await source.request(chunk.map((call) => ethCall(call, block)));
  return replies.map((reply) => singleOutcome(answerOf(reply, source)));
}

/** The node answered with an error: because the block is gone, or because it will not run this aggregate. */
async function runRefused(
  chunk: Chunk,
  { context, fault }: { readonly context: RunContext; readonly fault: SourceFault },
) {
  const state = await readCanonical(context.source, context.block);
  if (state === "canonical") return runSingly(chunk, context);
  if (state === "unknown") return chunk.map(() => faulted(fault));
  const detail = `block ${context.block.number} ${context.block.hash} is no longer part of the chain`;
  return chunk.map(() => notRun({ code: "not-canonical", retry: true, detail }));
}

/** The outcomes of a chunk's calls from the reply to its eth_call, in the order of the calls. */
export async function outcomesOf(
  chunk: Chunk,
  { reply, context }: { readonly reply: RpcReply; readonly context: RunContext },
): Promise<readonly Outcome[]> {
  const answer = answerOf(reply, context.source);
  if (!answer.ok) {
    const { fault } = answer;
    return fault instanceof SourceErrorObject
      ? runRefused(chunk, { context, fault })
      : chunk.map(() => faulted(fault));
  }
  if (answer.data === "0x") {
    const detail = `Multicall3 at ${context.multicall} answered with no data: it is not deployed there`;
    return chunk.map(() => notRun({ code: "empty", retry: false, detail }));
  }
  const results = decodeAggregate3(answer.data, chunk.length);
  if (results !== null) return results.map(outcomeOf);
  const detail = `Multicall3 at ${context.multicall} answered with ${(answer.data.length - 2) / 2} bytes that are not ${chunk.length} results`;
  return chunk.map(() => notRun({ code: "short-data", retry: true, detail }));
}
