import type { Address, PolicyApprovalMessage } from "@ballast/core";
import { ballastDomain } from "../signing/bundleTypedData.ts";

const POLICY_APPROVAL = [
  { name: "policyHash", type: "bytes32" },
  { name: "account", type: "address" },
  { name: "version", type: "uint256" },
  { name: "previousHash", type: "bytes32" },
  { name: "notBefore", type: "uint256" },
] as const;

export type PolicyApprovalTypedData = {
  readonly domain: ReturnType<typeof ballastDomain>;
  readonly types: { readonly PolicyApproval: typeof POLICY_APPROVAL };
  readonly primaryType: "PolicyApproval";
  readonly message: Omit<PolicyApprovalMessage, "account"> & { readonly account: Address };
};

/** The EIP-712 message `PolicyApproval` (docs/canonical-encoding.md §4): what an owner's wallet signs. */
export function policyApprovalTypedData(message: PolicyApprovalMessage): PolicyApprovalTypedData {
  return {
    domain: ballastDomain(message.account),
    types: { PolicyApproval: POLICY_APPROVAL },
    primaryType: "PolicyApproval",
    message: { ...message, account: message.account.address },
  };
}
