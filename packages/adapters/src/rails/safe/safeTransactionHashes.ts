import type { AccountRef, SafeTransaction, SafeTransactionHashes } from "@ballast/core";
import { hashDomain, hashStruct, hashTypedData } from "viem";
import { safeTransactionTypedData } from "./safeTransactionTypedData.ts";

/**
 * Domain hash, message hash and safeTxHash as a Safe of version 1.3.0 or later computes them, by viem.
 * One of three: compare with the verifier's and with the Safe's own (`onChainTransactionHash`).
 */
export function safeTransactionHashes(
  transaction: SafeTransaction,
  account: AccountRef,
): SafeTransactionHashes {
  const { domain, types, primaryType, message } = safeTransactionTypedData(transaction, account);
  return {
    domainHash: hashDomain({ domain, types }),
    messageHash: hashStruct({ data: message, primaryType, types }),
    safeTxHash: hashTypedData({ domain, types, primaryType, message }),
  };
}
