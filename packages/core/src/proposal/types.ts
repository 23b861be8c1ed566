import type { Address, Hash32, Hex } from "../chain/types.ts";

/** design: draft → posted → partly-signed → ready → executed | reverted | replaced | rejected | deleted; expired → replaced | rejected | deleted. */
export type ProposalState =
  | "draft"
  | "posted"
  | "partly-signed"
  | "ready"
  | "expired"
  | "executed"
  | "reverted"
  | "replaced"
  | "rejected"
  | "deleted";

/** The fields that a Safe hashes. Integers are plain; gas fields of our proposals are zero. */
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

/** One call inside the batch. */
export type InnerCall = { readonly to: Address; readonly value: bigint; readonly data: Hex };
