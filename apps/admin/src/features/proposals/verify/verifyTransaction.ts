import "../../../security/withoutEval.ts";
import { BytesError, CalldataError, checkBundle, decodeCalls, safeTransactionHashes } from "@ballast/verify";
import type { RawTransaction } from "./rawTransaction.ts";
import type { CallsRead, Verification } from "./verification.ts";

/** Recomputes the hashes from the fields, reads the calls, and checks the bundle. Runs in the browser. */
export function verifyTransaction(raw: RawTransaction, bundleText: string | null): Verification {
  const account = { chainId: BigInt(raw.chainId), address: raw.account };
  return {
    kind: "done",
    hashes: safeTransactionHashes({ account, transaction: transactionOf(raw) }),
    calls: readCalls(raw),
    bundle: bundleText === null ? null : checkBundle(bundleText),
  };
}

function transactionOf(raw: RawTransaction) {
  return {
    to: raw.to,
    value: BigInt(raw.value),
    data: raw.data,
    operation: BigInt(raw.operation),
    safeTxGas: BigInt(raw.safeTxGas),
    baseGas: BigInt(raw.baseGas),
    gasPrice: BigInt(raw.gasPrice),
    gasToken: raw.gasToken,
    refundReceiver: raw.refundReceiver,
    nonce: BigInt(raw.nonce),
  };
}

function readCalls({ to, account, value, data, operation }: RawTransaction): CallsRead {
  if (to === account && value === "0" && data === "0x" && operation === "0") return { kind: "rejection" };
  try {
    return { kind: "batch", calls: decodeCalls(data) };
  } catch (error) {
    if (error instanceof CalldataError || error instanceof BytesError) {
      return { kind: "unreadable", because: error.message };
    }
    throw error;
  }
}
