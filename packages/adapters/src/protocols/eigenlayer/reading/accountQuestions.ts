import type { AccountRef, Address } from "@ballast/core";
import { EIGENLAYER_ID } from "../contracts.ts";
import { positionOf } from "../positionOf.ts";
import { question } from "../question.ts";
import type { EigenStrategy } from "../strategies.ts";

export type AccountRequest = {
  readonly account: AccountRef;
  readonly delegationManager: Address;
  readonly strategies: readonly EigenStrategy[];
};

/** What is asked of the DelegationManager for one account. */
export function accountQuestions({ account, delegationManager: to, strategies }: AccountRequest) {
  const { address } = account;
  const [first] = strategies;
  const venue = `venue:${EIGENLAYER_ID}`;
  const position = first === undefined ? venue : `position:${positionOf(first, null)}`;
  const addresses = strategies.map((strategy) => strategy.address);
  return {
    operator: question({ to, functionName: "delegatedTo", args: [address], subject: position }),
    shares: question({
      to,
      functionName: "getWithdrawableShares",
      args: [address, addresses],
      subject: position,
      gas: 150_000n,
    }),
    deposited: question({
      to,
      functionName: "getDepositedShares",
      args: [address],
      subject: venue,
      gas: 150_000n,
    }),
    queued: question({
      to,
      functionName: "getQueuedWithdrawals",
      args: [address],
      subject: venue,
      gas: 400_000n,
    }),
  };
}
