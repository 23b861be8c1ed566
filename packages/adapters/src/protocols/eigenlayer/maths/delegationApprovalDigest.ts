import type { Address, Hex } from "@ballast/core";
import { hashTypedData } from "viem";
import { type DelegationDomain, delegationDomain } from "./delegationDomain.ts";

/** What an operator's approver signs for one staker. */
export type DelegationApproval = {
  readonly delegationApprover: Address;
  readonly staker: Address;
  readonly operator: Address;
  readonly salt: Hex;
  /** seconds; the last one at which the signature holds */
  readonly expiry: bigint;
};

const types = {
  DelegationApproval: [
    { name: "delegationApprover", type: "address" },
    { name: "staker", type: "address" },
    { name: "operator", type: "address" },
    { name: "salt", type: "bytes32" },
    { name: "expiry", type: "uint256" },
  ],
} as const;

/**
 * The EIP-712 digest that an operator's approver signs.
 * Source: eigenlayer-contracts, src/contracts/core/DelegationManager.sol, `calculateDelegationApprovalDigestHash`.
 */
export function delegationApprovalDigest(domain: DelegationDomain, approval: DelegationApproval): Hex {
  const message = { primaryType: "DelegationApproval", message: approval } as const;
  return hashTypedData({ domain: delegationDomain(domain), types, ...message });
}
