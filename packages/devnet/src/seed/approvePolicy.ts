import type { Policy } from "@ballast/core";
import {
  address,
  type Hash32,
  type PolicyApproval,
  policyApprovalTypedData,
  policyId,
  type UnixSeconds,
} from "@ballast/core";
import { privateKeyToAccount } from "viem/accounts";
import type { DevnetAccount } from "../accounts.ts";

/** What a first policy names as its predecessor. */
export const noPrevious = `0x${"0".repeat(64)}` as Hash32;

/**
 * An owner's approval of a first policy, in force from `notBefore` on once enough have approved. The signature is the same every time
 * (RFC 6979), so that seeding twice changes nothing.
 */
export async function approvePolicy(
  policy: Policy,
  { owner, notBefore }: { owner: DevnetAccount; notBefore: UnixSeconds },
): Promise<PolicyApproval> {
  const message = {
    account: policy.account,
    policyHash: policyId(policy),
    version: policy.version,
    previousHash: noPrevious,
    notBefore,
  };
  const signature = await privateKeyToAccount(owner.privateKey).signTypedData(
    policyApprovalTypedData(message),
  );
  return { message, owner: address(owner.address), signature };
}
