import type { AccountRef, Address, SafeTransaction } from "@ballast/core";

const ZERO: Address = "0x0000000000000000000000000000000000000000";

/** Uses up `nonce` and does nothing: the only way to kill a transaction that already has signatures. */
export function buildRejection(account: AccountRef, nonce: bigint): SafeTransaction {
  return {
    to: account.address,
    value: 0n,
    data: "0x",
    operation: 0n,
    safeTxGas: 0n,
    baseGas: 0n,
    gasPrice: 0n,
    gasToken: ZERO,
    refundReceiver: ZERO,
    nonce,
  };
}
