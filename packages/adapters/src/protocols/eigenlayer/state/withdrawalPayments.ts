import {
  type AssetId,
  compareText,
  type Missing,
  rawAmount,
  type TicketPayment,
  type Wad,
} from "@ballast/core";
import type { Answer } from "../../../chain/viewQuestion.ts";
import { EIGENLAYER_ID } from "../contracts.ts";
import { sharesForScaledDown } from "../maths/sharesForScaledDown.ts";
import { tokensForSharesDown } from "../maths/tokensForSharesDown.ts";
import type { DatedWithdrawal } from "../reading/datedWithdrawal.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";

type Part = { readonly asset: AssetId; readonly promised: bigint; readonly payout: bigint };

const notRead = (missing: Missing): Answer<never> => ({ ok: false, missing, reverted: null });
const SHORT: Answer<never> = notRead({
  subject: `venue:${EIGENLAYER_ID}`,
  code: "short-data",
  retry: false,
  detail: "the withdrawal has fewer amounts than strategies",
});

/** What one strategy of the withdrawal pays: floor((balance + 1000) × shares ÷ (totalShares + 1000)). */
function partOf(
  { strategy, totalShares, tokenBalance }: StrategyReading,
  of: { readonly now: bigint; readonly scaled: bigint; readonly magnitude: Wad },
): Answer<Part> {
  if (!totalShares.ok) return totalShares;
  if (!tokenBalance.ok) return tokenBalance;
  const state = { totalShares: totalShares.value, tokenBalance: tokenBalance.value };
  const then = sharesForScaledDown(of.scaled, of.magnitude);
  const [promised, payout] = [then, of.now].map((shares) => tokensForSharesDown(shares, state));
  return { ok: true, value: { asset: strategy.token.id, promised: promised ?? 0n, payout: payout ?? 0n } };
}

/** One payment per asset: a withdrawal may name a strategy twice. */
function byAsset(parts: readonly Part[]): readonly TicketPayment[] {
  const assets = [...new Set(parts.map(({ asset }) => asset))].toSorted(compareText);
  return assets.map((asset) => {
    const own = parts.filter((part) => part.asset === asset);
    const sum = (pick: (part: Part) => bigint) =>
      rawAmount(own.reduce((total, part) => total + pick(part), 0n));
    return { asset, promised: sum(({ promised }) => promised), payout: sum(({ payout }) => payout) };
  });
}

/**
 * What a queued withdrawal pays in tokens, both at today's share price and rounded down as the contract rounds: `promised` for the
 * shares that it was queued for, `payout` for those that slashing has left. A fall of the share price itself is in neither: it is a
 * backing loss and shows in the rate.
 */
export function withdrawalPayments(
  { withdrawal, shares, magnitudesThen }: DatedWithdrawal,
  strategies: readonly StrategyReading[],
): Answer<readonly TicketPayment[]> {
  if (magnitudesThen === null) return SHORT;
  if (!magnitudesThen.ok) return magnitudesThen;
  const parts = strategies.map((strategy, index) => {
    const [now, scaled, magnitude] = [
      shares[index],
      withdrawal.scaledShares[index],
      magnitudesThen.value[index],
    ];
    if (now === undefined || scaled === undefined || magnitude === undefined) return SHORT;
    return partOf(strategy, { now, scaled, magnitude });
  });
  const unread = parts.find((part) => !part.ok);
  if (unread !== undefined && !unread.ok) return unread;
  return { ok: true, value: byAsset(parts.flatMap((part) => (part.ok ? [part.value] : []))) };
}
