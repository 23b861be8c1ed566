import type { AccountRef, Address, Hash32, Hex } from "../chain/types.ts";
import type { UnixSeconds } from "../units/brands.ts";

/** What an owner signs (EIP-712 `PolicyApproval`) to put a policy version in force. */
export type PolicyApprovalMessage = {
  readonly account: AccountRef;
  readonly policyHash: Hash32;
  readonly version: bigint;
  /** 32 zero bytes for a first policy. */
  readonly previousHash: Hash32;
  readonly notBefore: UnixSeconds;
};

export type PolicyApproval = {
  readonly message: PolicyApprovalMessage;
  readonly owner: Address;
  readonly signature: Hex;
};
