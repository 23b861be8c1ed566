import type { AccountRef, Address, EigenLayerWithdrawal } from "@ballast/core";
import { zeroAddress } from "viem";
import { askView } from "../../../chain/askView.ts";
import { mapAnswer } from "../../../chain/mapAnswer.ts";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import type { Answer } from "../../../chain/viewQuestion.ts";
import { type AccountRequest, accountQuestions } from "./accountQuestions.ts";
import { withdrawalOf } from "./withdrawalOf.ts";

/** Shares of one account in one strategy. */
export type AccountShares = {
  /** What a withdrawal of everything would give, after slashing. */
  readonly withdrawable: bigint;
  /** What the queue counts in. Not reduced by slashing, so never a value. */
  readonly deposit: bigint;
};

/** A queued withdrawal, and what it gives in shares as things stand, strategy by strategy. */
export type QueuedWithdrawal = {
  readonly withdrawal: EigenLayerWithdrawal;
  readonly shares: readonly bigint[];
};

/** What the DelegationManager says of one account. */
export type AccountReading = {
  readonly account: AccountRef;
  /** null when it has not delegated. */
  readonly operator: Answer<Address | null>;
  /** In the order of the strategies asked for; null where the answer has fewer. */
  readonly shares: Answer<readonly (AccountShares | null)[]>;
  /** Every strategy in which it holds deposit shares: those that the deployment does not list and native ETH too. */
  readonly deposited: Answer<readonly { readonly strategy: Address; readonly shares: bigint | null }[]>;
  readonly queued: Answer<readonly QueuedWithdrawal[]>;
};

function sharesAt(index: number, columns: readonly [readonly bigint[], readonly bigint[]]) {
  const [withdrawable, deposit] = columns.map((column) => column[index]);
  return withdrawable === undefined || deposit === undefined ? null : { withdrawable, deposit };
}

/** Asks for one account, all in one turn. */
export async function readAccount(reader: PinnedReader, request: AccountRequest): Promise<AccountReading> {
  const { account, strategies } = request;
  const questions = accountQuestions(request);
  const [operator, shares, deposited, queued] = await Promise.all([
    askView(reader, questions.operator),
    askView(reader, questions.shares),
    askView(reader, questions.deposited),
    askView(reader, questions.queued),
  ]);
  return {
    account,
    operator: mapAnswer(operator, (value) => (value === zeroAddress ? null : value)),
    shares: mapAnswer(shares, (columns) => strategies.map((_, index) => sharesAt(index, columns))),
    deposited: mapAnswer(deposited, ([held, amounts]) =>
      held.map((strategy, index) => ({ strategy, shares: amounts[index] ?? null })),
    ),
    queued: mapAnswer(queued, ([withdrawals, now]) =>
      withdrawals.map((one, index) => ({ withdrawal: withdrawalOf(one), shares: now[index] ?? [] })),
    ),
  };
}
