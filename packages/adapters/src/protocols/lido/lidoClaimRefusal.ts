import type { Address } from "@ballast/core";
import type { ProtocolRefusal } from "../../withdrawals/protocolRefusal.ts";

/** What the queue knows of a request when somebody claims it. */
export type LidoClaimFacts = {
  readonly requestId: bigint;
  readonly owner: Address;
  readonly isClaimed: boolean;
  readonly lastFinalized: bigint;
};

/**
 * Why Lido's queue would refuse to pay a request to an account, in the order in which it checks (lidofinance/core,
 * contracts/0.8.9/WithdrawalQueueBase.sol, _claim); null when it would pay. A pause of the queue is no reason.
 */
export function lidoClaimRefusal(
  { requestId, owner, isClaimed, lastFinalized }: LidoClaimFacts,
  account: Address,
): ProtocolRefusal | null {
  if (requestId > lastFinalized) {
    const text = `Request ${requestId} is not finalised; the queue has finalised up to ${lastFinalized}. Wait for the next reports.`;
    return { error: "RequestNotFoundOrNotFinalized", text };
  }
  if (isClaimed) return { error: "RequestAlreadyClaimed", text: `Request ${requestId} was paid already.` };
  if (owner.toLowerCase() === account.toLowerCase()) return null;
  const text = `Request ${requestId} belongs to ${owner}; only its owner can claim it.`;
  return { error: "NotOwner", text };
}
