import { ballastDomain } from "../signing/ballastDomain.ts";
import type { PolicyApprovalMessage } from "./approval.ts";

const TYPES = {
  PolicyApproval: [
    { name: "policyHash", type: "bytes32" },
    { name: "account", type: "address" },
    { name: "version", type: "uint256" },
    { name: "previousHash", type: "bytes32" },
    { name: "notBefore", type: "uint256" },
  ],
} as const;

/** What an owner signs to approve a policy version, for a wallet's signTypedData. Hash it with typedDataDigest. */
export function policyApprovalTypedData(approval: PolicyApprovalMessage) {
  const { account, policyHash, version, previousHash, notBefore } = approval;
  return {
    domain: ballastDomain(account),
    types: TYPES,
    primaryType: "PolicyApproval",
    message: { policyHash, account: account.address, version, previousHash, notBefore },
  } as const;
}
