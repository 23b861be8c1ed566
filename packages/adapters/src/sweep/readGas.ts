import type { GasReading, Missing } from "@ballast/core";
import { hexToBigInt, isHex } from "viem";
import type { PinnedReader } from "../chain/pinnedReader.ts";

/** The fees at the block, or why they are not known. */
export type GasResult =
  | { readonly ok: true; readonly gas: GasReading }
  | { readonly ok: false; readonly missing: Missing };

/**
 * The block's own base fee, and the tip that the node suggests now. The tip is the only figure of a sweep that is not
 * of the pinned block: no block says what the next one's miners will want.
 */
export async function readGas(reader: PinnedReader, baseFee: bigint): Promise<GasResult> {
  const [reply] = await reader.ask([{ method: "eth_maxPriorityFeePerGas", params: [] }]);
  const missing = (facts: Pick<Missing, "code" | "retry" | "detail">): GasResult => ({
    ok: false,
    missing: { subject: "gas", ...facts },
  });
  if (reply === undefined) return missing({ code: "rpc", retry: true, detail: "no reply" });
  if (!reply.ok) return missing({ code: "rpc", retry: reply.fault.retry, detail: reply.fault.message });
  if (!isHex(reply.result) || reply.result === "0x") {
    return missing({ code: "unexpected", retry: true, detail: "eth_maxPriorityFeePerGas gave no number" });
  }
  const source = { kind: "header", field: "baseFeePerGas" } as const;
  return { ok: true, gas: { baseFee, priorityFee: hexToBigInt(reply.result), source } };
}
