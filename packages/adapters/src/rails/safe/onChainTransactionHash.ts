import type { AccountRef, Hash32, Missing, SafeTransaction } from "@ballast/core";
import { decodeFunctionResult, encodeFunctionData } from "viem";
import type { PinnedReader } from "../../chain/pinnedReader.ts";
import { SAFE_ABI } from "./safeAbi.ts";

const SUBJECT = "safe-tx-hash";
const WORD_DIGITS = 66;

/** The Safe's own word on the hash of a transaction, or why it did not give it. */
export type OnChainHash =
  | { readonly ok: true; readonly hash: Hash32 }
  | { readonly ok: false; readonly missing: Missing };

/** Asks the Safe itself, by `getTransactionHash` at the reader's block. Use a reader of a second source where there is one. */
export async function onChainTransactionHash(
  reader: PinnedReader,
  subject: { readonly account: AccountRef; readonly transaction: SafeTransaction },
): Promise<OnChainHash> {
  const { to, value, operation, safeTxGas, baseGas, gasPrice, gasToken, refundReceiver, nonce } =
    subject.transaction;
  const rest = [safeTxGas, baseGas, gasPrice, gasToken, refundReceiver, nonce] as const;
  const args = [to, value, subject.transaction.data, Number(operation), ...rest] as const;
  const call = encodeFunctionData({ abi: SAFE_ABI, functionName: "getTransactionHash", args });
  const [result] = await reader.read([{ subject: SUBJECT, to: subject.account.address, data: call }]);
  const missing = (code: Missing["code"], detail: string): OnChainHash => ({
    ok: false,
    missing: { subject: SUBJECT, code, retry: false, detail },
  });
  if (result === undefined) return missing("rpc", "no reply");
  if (!result.ok) return { ok: false, missing: { ...result.missing, subject: SUBJECT } };
  if (result.data.length !== WORD_DIGITS)
    return missing("short-data", `the Safe answers ${result.data.slice(0, 66)}`);
  return {
    ok: true,
    hash: decodeFunctionResult({ abi: SAFE_ABI, functionName: "getTransactionHash", data: result.data }),
  };
}
