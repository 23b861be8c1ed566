import type { Address, InnerCall, RawAmount } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { EIGENLAYER } from "../abi.ts";
import type { CallRequest } from "./callRequest.ts";
import { contractsFor } from "./contractsFor.ts";
import { refuse } from "./refuse.ts";
import { strategyFor } from "./strategyFor.ts";

export type DepositRequest = CallRequest & {
  readonly strategy: Address;
  /** In the token's smallest units. Of a token that rebases leave `DEPOSIT_MARGIN` of the balance behind: see `depositableDown`. */
  readonly amount: RawAmount;
};

/**
 * Approve exactly the amount, then deposit it; the shares belong to the account. The allowance ends at zero although stETH moves up to two
 * wei less than asked: what is spent of an allowance is the amount asked for.
 *
 * @throws ActionRefused for an amount of 0, a strategy that is not listed, another chain
 */
export function encodeDeposit(request: DepositRequest): readonly InnerCall[] {
  const { strategyManager } = contractsFor(request);
  const { address, token } = strategyFor(request, request.strategy);
  const { amount } = request;
  if (amount < 1n) throw refuse({ field: "amount", value: `${amount}`, limit: "at least 1" });
  const approve = encodeFunctionData({
    abi: EIGENLAYER,
    functionName: "approve",
    args: [strategyManager, amount],
  });
  const deposit = encodeFunctionData({
    abi: EIGENLAYER,
    functionName: "depositIntoStrategy",
    args: [address, token.address, amount],
  });
  return [
    { to: token.address, value: 0n, data: approve },
    { to: strategyManager, value: 0n, data: deposit },
  ];
}
