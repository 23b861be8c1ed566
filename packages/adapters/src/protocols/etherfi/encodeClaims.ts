import type { InnerCall } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { EncodeClaimsRequest } from "../../adapter.ts";
import { claimOrders } from "../../withdrawals/claimOrders.ts";
import { venueContract } from "../../withdrawals/venueContract.ts";
import { WITHDRAW_REQUEST_NFT } from "./abi.ts";
import { ETHERFI_ID, WEETH_POSITION } from "./contracts.ts";

/**
 * One call that claims all tickets. Each pays whoever holds its NFT, which is the account. Anybody may claim for the holder, and
 * one that was claimed meanwhile makes the call revert.
 *
 * @throws ActionRefused for a claim of another kind
 */
export function encodeClaims(given: EncodeClaimsRequest): readonly InnerCall[] {
  const orders = claimOrders(given, { venue: ETHERFI_ID, kind: "etherfi-request" });
  const where = { deployment: given.deployment, venue: ETHERFI_ID, position: WEETH_POSITION };
  const args = [orders.map(({ requestId }) => requestId)] as const;
  const data = encodeFunctionData({ abi: WITHDRAW_REQUEST_NFT, functionName: "batchClaimWithdraw", args });
  return [{ to: venueContract("withdrawRequestNFT", where), value: 0n, data }];
}
