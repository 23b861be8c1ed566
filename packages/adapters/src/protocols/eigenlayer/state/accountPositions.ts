import { type Missing, type PositionReading, rawAmount, valueDown } from "@ballast/core";
import { EIGENLAYER_ID } from "../contracts.ts";
import type { CoreContracts } from "../coreContracts.ts";
import { positionOf } from "../positionOf.ts";
import type { AccountReading, AccountShares } from "../reading/readAccount.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";
import { unlistedShares } from "./unlistedShares.ts";

type Facts = { readonly strategies: readonly StrategyReading[]; readonly core: CoreContracts };
type Read =
  | { readonly ok: true; readonly position: PositionReading }
  | { readonly ok: false; readonly missing: Missing };

const SHORT = {
  code: "short-data",
  retry: false,
  detail: "the answer has fewer strategies than were asked for",
} as const;

/** Withdrawable shares of the position, or why they are not known. */
function sharesOf(
  { operator, shares }: AccountReading,
  index: number,
):
  | { readonly ok: true; readonly value: AccountShares }
  | { readonly ok: false; readonly missing: Omit<Missing, "subject"> } {
  if (!operator.ok) return operator;
  if (!shares.ok) return shares;
  const value = shares.value[index] ?? null;
  return value === null ? { ok: false, missing: SHORT } : { ok: true, value };
}

function positionIn(
  account: AccountReading,
  at: { facts: Facts; index: number; strategy: StrategyReading },
): Read {
  const { strategy, rate } = at.strategy;
  const position = positionOf(strategy, account.operator.ok ? account.operator.value : null);
  const subject = `position:${position}`;
  const shares = sharesOf(account, at.index);
  if (!shares.ok) return { ok: false, missing: { ...shares.missing, subject } };
  if (!rate.ok) return { ok: false, missing: { ...rate.missing, subject } };
  const amount = rawAmount(shares.value.withdrawable);
  const source = {
    kind: "call",
    contract: at.facts.core.delegationManager,
    method: "getWithdrawableShares",
  } as const;
  const value = valueDown(amount, rate.reading.rate);
  const reading = { position, venue: EIGENLAYER_ID, asset: strategy.asset, amount, value, source };
  return { ok: true, position: reading };
}

/**
 * The account's position in each strategy: withdrawable shares (after slashing), valued at floor(shares × rate ÷ 1e18). Empty ones too.
 * Shares in strategies that the deployment does not list, and native ETH, are missing: the account is worth more than is read.
 */
export function accountPositions(
  account: AccountReading,
  facts: Facts,
): { readonly positions: readonly PositionReading[]; readonly missing: readonly Missing[] } {
  const reads = facts.strategies.map((strategy, index) => positionIn(account, { facts, index, strategy }));
  return {
    positions: reads.flatMap((read) => (read.ok ? [read.position] : [])),
    missing: [
      ...reads.flatMap((read) => (read.ok ? [] : [read.missing])),
      ...unlistedShares(account, facts.strategies),
    ],
  };
}
