import type { Address, Hash32, Hex } from "../bytes/types.ts";

/** One multisig on one chain. */
export type Account = { readonly chainId: bigint; readonly address: Address };

/** The fields that a Safe hashes. */
export type SafeTransaction = {
  readonly to: Address;
  readonly value: bigint;
  readonly data: Hex;
  /** 0 call, 1 delegatecall. */
  readonly operation: bigint;
  readonly safeTxGas: bigint;
  readonly baseGas: bigint;
  readonly gasPrice: bigint;
  readonly gasToken: Address;
  readonly refundReceiver: Address;
  readonly nonce: bigint;
};

export type SafeTransactionHashes = {
  readonly domainHash: Hash32;
  readonly messageHash: Hash32;
  readonly safeTxHash: Hash32;
};
