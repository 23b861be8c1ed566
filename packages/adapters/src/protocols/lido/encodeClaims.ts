import type { InnerCall } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { ActionRefused } from "../../ActionRefused.ts";
import type { EncodeClaimsRequest } from "../../adapter.ts";
import { claimOrders } from "../../withdrawals/claimOrders.ts";
import { venueContract } from "../../withdrawals/venueContract.ts";
import { QUEUE } from "./abi.ts";
import { LIDO_ID, WSTETH_POSITION } from "./contracts.ts";

/**
 * One call that claims all tickets, ids ascending as the queue wants its hints found; the ether goes to the caller, which is the
 * account. A hint stays good: checkpoints are only added, and each covers the requests of its own time.
 *
 * @throws ActionRefused for a claim of another kind, or of a request that is not finalised
 */
export function encodeClaims(given: EncodeClaimsRequest): readonly InnerCall[] {
  const orders = claimOrders(given, { venue: LIDO_ID, kind: "lido-request" });
  const early = orders.find(({ hint }) => hint < 1n);
  if (early !== undefined) {
    throw new ActionRefused(WSTETH_POSITION, {
      field: "order.hint",
      value: `${early.hint}`,
      limit: `request ${early.requestId} is not finalised: RequestNotFoundOrNotFinalized`,
    });
  }
  const to = venueContract("withdrawalQueue", {
    deployment: given.deployment,
    venue: LIDO_ID,
    position: WSTETH_POSITION,
  });
  const args = [orders.map(({ requestId }) => requestId), orders.map(({ hint }) => hint)] as const;
  return [
    { to, value: 0n, data: encodeFunctionData({ abi: QUEUE, functionName: "claimWithdrawals", args }) },
  ];
}
