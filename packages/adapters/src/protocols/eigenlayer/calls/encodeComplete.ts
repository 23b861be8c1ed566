import type { BlockNumber, EigenLayerWithdrawal, InnerCall } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { EIGENLAYER } from "../abi.ts";
import { completableFromBlock } from "../maths/completableFromBlock.ts";
import { ticketIdOf } from "../ticketIdOf.ts";
import type { CallRequest } from "./callRequest.ts";
import { contractsFor } from "./contractsFor.ts";
import { earlyClaimText } from "./earlyClaimText.ts";
import { refuse } from "./refuse.ts";
import { strategyFor } from "./strategyFor.ts";

export type CompleteRequest = CallRequest & {
  readonly withdrawals: readonly EigenLayerWithdrawal[];
  /** `shares` puts them back into the strategies, with the account's operator of then; works while a strategy pays no tokens out. */
  readonly receiveAs: "tokens" | "shares";
  /** The block that the call would run in, and the contract's delay: then a withdrawal that is still too early is refused. */
  readonly at?: { readonly block: BlockNumber; readonly delayBlocks: bigint };
};

function checkOwner({ account }: CompleteRequest, { staker, withdrawer }: EigenLayerWithdrawal): void {
  for (const [field, value] of Object.entries({ staker, withdrawer })) {
    if (value.toLowerCase() === account.address.toLowerCase()) continue;
    throw refuse({ field: `withdrawal.${field}`, value, limit: `the account ${account.address} itself` });
  }
}

function checkTime({ at }: CompleteRequest, withdrawal: EigenLayerWithdrawal): void {
  if (at === undefined) return;
  const from = completableFromBlock({ startBlock: withdrawal.startBlock, delayBlocks: at.delayBlocks });
  if (at.block >= from) return;
  const limit = earlyClaimText({ claimableFrom: from, block: at.block });
  throw refuse({ field: "withdrawal.startBlock", value: `${withdrawal.startBlock}`, limit });
}

function checkAll(request: CompleteRequest): void {
  const { withdrawals } = request;
  const limit = "at least one withdrawal, each once";
  const distinct = new Set(withdrawals.map(ticketIdOf));
  if (withdrawals.length === 0 || distinct.size < withdrawals.length)
    throw refuse({ field: "withdrawals", value: `${withdrawals.length} of ${distinct.size}`, limit });
  for (const withdrawal of withdrawals) {
    checkOwner(request, withdrawal);
    checkTime(request, withdrawal);
    const { strategies, scaledShares } = withdrawal;
    if (strategies.length > 0 && strategies.length === scaledShares.length) continue;
    const value = `${strategies.length} strategies and ${scaledShares.length} amounts`;
    throw refuse({
      field: "withdrawal.strategies",
      value,
      limit: "as many amounts as strategies, at least one",
    });
  }
}

/**
 * Completes withdrawals in one call. They pay the account, which alone may call it. If one of them cannot be completed, none is.
 *
 * @throws ActionRefused for none, one twice, another's, a strategy that is not listed, another chain; one that is early if told the block
 */
export function encodeComplete(request: CompleteRequest): readonly InnerCall[] {
  const { delegationManager: to } = contractsFor(request);
  checkAll(request);
  const { withdrawals, receiveAs } = request;
  const tokens = withdrawals.map(({ strategies }) =>
    strategies.map((strategy) => strategyFor(request, strategy).token.address),
  );
  const structs = withdrawals.map(({ startBlock, ...rest }) => ({ ...rest, startBlock: Number(startBlock) }));
  const args = [structs, tokens, withdrawals.map(() => receiveAs === "tokens")] as const;
  const data = encodeFunctionData({ abi: EIGENLAYER, functionName: "completeQueuedWithdrawals", args });
  return [{ to, value: 0n, data }];
}
