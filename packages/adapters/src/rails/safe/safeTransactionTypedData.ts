import type { AccountRef, Address, SafeTransaction } from "@ballast/core";

/** EIP-712 type of a Safe transaction, Safe 1.0.0 and later (safe-smart-account contracts/Safe.sol, SAFE_TX_TYPEHASH). */
const SAFE_TX = [
  { name: "to", type: "address" },
  { name: "value", type: "uint256" },
  { name: "data", type: "bytes" },
  { name: "operation", type: "uint8" },
  { name: "safeTxGas", type: "uint256" },
  { name: "baseGas", type: "uint256" },
  { name: "gasPrice", type: "uint256" },
  { name: "gasToken", type: "address" },
  { name: "refundReceiver", type: "address" },
  { name: "nonce", type: "uint256" },
] as const;

/** The Safe's domain from 1.3.0 on has no name and no version, so viem must be told its fields. */
const SAFE_DOMAIN = [
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
] as const;

/** What an owner's wallet is asked to sign for one Safe transaction (EIP-712, Safe 1.3.0 and later). */
export type SafeTransactionTypedData = {
  readonly domain: { readonly chainId: bigint; readonly verifyingContract: Address };
  readonly types: { readonly EIP712Domain: typeof SAFE_DOMAIN; readonly SafeTx: typeof SAFE_TX };
  readonly primaryType: "SafeTx";
  readonly message: Omit<SafeTransaction, "operation"> & { readonly operation: number };
};

/**
 * The typed data of a Safe transaction of Safe 1.3.0 and later; earlier versions have no chain id in the
 * domain and must not be hashed with this.
 */
export function safeTransactionTypedData(
  transaction: SafeTransaction,
  account: AccountRef,
): SafeTransactionTypedData {
  return {
    domain: { chainId: account.chainId, verifyingContract: account.address },
    types: { EIP712Domain: SAFE_DOMAIN, SafeTx: SAFE_TX },
    primaryType: "SafeTx",
    message: { ...transaction, operation: Number(transaction.operation) },
  };
}
