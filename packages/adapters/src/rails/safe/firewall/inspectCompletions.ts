import type { Address, ClaimOrder } from "@ballast/core";
import type { Deployment } from "../../../deployment/types.ts";
import type { BatchInspection } from "./batchInspection.ts";
import {
  type CompletedWithdrawal,
  decodeCompleteQueuedWithdrawals,
} from "./decodeCompleteQueuedWithdrawals.ts";
import type { BatchEntry } from "./decodeMultiSend.ts";
import { orderFields } from "./orderFields.ts";
import { strategyAssets } from "./strategyAssets.ts";
import type { Violation, ViolationCode } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

type Order = Extract<ClaimOrder, { readonly kind: "eigenlayer-withdrawal" }>;

/** EigenLayer withdrawals of a plan in its order, and the call that should complete all of them. */
export type CompletionCall = {
  readonly orders: readonly Order[];
  readonly call: BatchEntry;
  readonly index: bigint;
};

type Completion = {
  readonly order: Order;
  readonly withdrawal: CompletedWithdrawal;
  readonly tokens: readonly Address[];
};

const CODES: Readonly<Record<string, ViolationCode>> = {
  strategies: "strategy",
  scaledShares: "shares",
  tokens: "token",
};

/** The tokens that the deployment has for the strategies; one that it does not know is named. */
function tokensFor(strategies: readonly Address[], deployment: Deployment): string {
  const known = strategyAssets(deployment);
  return strategies
    .map((address) => known.find(({ strategy }) => strategy === address)?.token ?? `none for ${address}`)
    .join();
}

function inspectCompletion(
  { order, withdrawal, tokens }: Completion,
  {
    account,
    deployment,
    index,
  }: Pick<BatchInspection, "account" | "deployment"> & { readonly index: bigint },
): readonly Violation[] {
  const { strategies, scaledShares, staker, withdrawer } = withdrawal;
  const expected = orderFields(order);
  const actual: Readonly<Record<string, string>> = {
    ...expected,
    ...withdrawal,
    nonce: `${withdrawal.nonce}`,
    startBlock: `${withdrawal.startBlock}`,
    strategies: strategies.join(),
    scaledShares: scaledShares.join(),
    tokens: tokens.join(),
  };
  const fields = Object.entries(expected).flatMap(([field, value]) =>
    violationAt(index, {
      code: CODES[field] ?? "ticket",
      field,
      expected: value,
      actual: actual[field] ?? "nothing",
    }),
  );
  return [
    ...fields,
    ...violationAt(index, { code: "owner", field: "staker", expected: account.address, actual: staker }),
    ...violationAt(index, {
      code: "owner",
      field: "withdrawer",
      expected: account.address,
      actual: withdrawer,
    }),
    ...violationAt(index, {
      code: "token",
      field: "tokens of the strategies",
      expected: tokensFor(strategies, deployment),
      actual: tokens.join(),
    }),
  ];
}

/**
 * completeQueuedWithdrawals against the plan's withdrawals, one by one and field by field: the account's own, paid to it
 * in the tokens of the strategies, never as shares, which would delegate them again.
 * @throws MalformedDataError when the data is anything else
 */
export function inspectCompletions(
  { orders, call, index }: CompletionCall,
  inspection: BatchInspection,
): readonly Violation[] {
  const { withdrawals, tokens, receiveAsTokens } = decodeCompleteQueuedWithdrawals(call.data);
  const counts = [
    ["number of withdrawals", withdrawals],
    ["number of token lists", tokens],
    ["number of receiveAsTokens", receiveAsTokens],
  ] as const;
  return [
    ...counts.flatMap(([field, { length }]) =>
      violationAt(index, { code: "ticket", field, expected: BigInt(orders.length), actual: BigInt(length) }),
    ),
    ...orders.flatMap((order, place) => {
      const [withdrawal, paid] = [withdrawals[place], tokens[place]];
      if (withdrawal === undefined || paid === undefined) return [];
      return inspectCompletion({ order, withdrawal, tokens: paid }, { ...inspection, index });
    }),
    ...receiveAsTokens.flatMap((flag) =>
      violationAt(index, {
        code: "as-shares",
        field: "receiveAsTokens",
        expected: "true",
        actual: `${flag}`,
      }),
    ),
  ];
}
