import type { Address, InnerCall } from "@ballast/core";
import { encodeFunctionData, zeroAddress } from "viem";
import { EIGENLAYER } from "../abi.ts";
import type { CallRequest } from "./callRequest.ts";
import { contractsFor } from "./contractsFor.ts";
import { refuse } from "./refuse.ts";
import { strategyFor } from "./strategyFor.ts";

export type QueueRequest = CallRequest & {
  readonly withdrawals: readonly { readonly strategy: Address; readonly depositShares: bigint }[];
};

const MOST = 2n ** 256n - 1n;

/**
 * Queues deposit shares, a withdrawal for each entry: one over several strategies would be cheaper, but one blocked strategy would then
 * block the rest. Deposit shares move with nothing but the account's own deposits and withdrawals, neither with a rebase nor with a slash.
 * The third field is the contract's leftover for a withdrawer: it ignores it, the account itself always withdraws.
 *
 * @throws ActionRefused for nothing to queue, shares of 0, a strategy that is not listed, another chain
 */
export function encodeQueue(request: QueueRequest): readonly InnerCall[] {
  const { delegationManager: to } = contractsFor(request);
  const { withdrawals } = request;
  if (withdrawals.length === 0)
    throw refuse({ field: "withdrawals", value: "none", limit: "at least one withdrawal" });
  const params = withdrawals.map(({ strategy, depositShares }) => {
    if (depositShares < 1n || depositShares > MOST)
      throw refuse({ field: "depositShares", value: `${depositShares}`, limit: `from 1 to ${MOST}` });
    const strategies = [strategyFor(request, strategy).address];
    return { strategies, depositShares: [depositShares], __deprecated_withdrawer: zeroAddress };
  });
  const data = encodeFunctionData({ abi: EIGENLAYER, functionName: "queueWithdrawals", args: [params] });
  return [{ to, value: 0n, data }];
}
