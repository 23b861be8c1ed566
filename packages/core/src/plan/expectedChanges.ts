import { transferRounding } from "../ticket/transferRounding.ts";
import type { AssetId, Bps, RawAmount } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { mulDivUp } from "../units/mulDiv.ts";
import { BPS_ONE } from "../units/share.ts";
import type { BalanceChange, PlanParts, WithdrawalRequest } from "./types.ts";

/** Whether a request hands over a token; EigenLayer's shares are none, so no balance changes. */
export function spendsToken({ order }: WithdrawalRequest): boolean {
  return order.kind === "etherfi-queue" || order.kind === "lido-queue";
}

/** What a ticket pays in a rebasing token grows with every rebase until it is claimed; within the ceiling that a quote has, it is as planned. */
function claimedAtMost({ asset, expected }: { asset: AssetId; expected: RawAmount }, ceiling: Bps): bigint {
  const rounding = transferRounding(asset);
  return rounding === 0n
    ? expected
    : mulDivUp(expected, { times: BPS_ONE + ceiling, over: BPS_ONE }) + rounding;
}

/**
 * Bounds on the account's change in every asset that the batch touches. What is spent is exact; what a trade pays lies between the minimum and the quote
 * plus the ceiling, since quotes by chords are low and a pool may have moved for us. What a claim pays is what the ticket says, within the
 * rounding of the asset's own transfers, and above it what a rebase adds. The settlement asset keeps what exits bring beyond what entries spend. An asset that is not listed must not
 * change at all.
 */
export function expectedChanges({ claims, actions, requests }: PlanParts, ceiling: Bps): BalanceChange[] {
  const changes = new Map<AssetId, { atLeast: bigint; atMost: bigint }>();
  const add = (asset: AssetId, { atLeast, atMost }: { atLeast: bigint; atMost: bigint }) => {
    const bounds = changes.get(asset) ?? { atLeast: 0n, atMost: 0n };
    changes.set(asset, { atLeast: bounds.atLeast + atLeast, atMost: bounds.atMost + atMost });
  };
  for (const { asset, expected, atLeast } of claims.flatMap((claim) => claim.receive)) {
    add(asset, { atLeast, atMost: claimedAtMost({ asset, expected }, ceiling) });
  }
  for (const { spend, receive } of actions) {
    add(spend.asset, { atLeast: -spend.amount, atMost: -spend.amount });
    const atMost = mulDivUp(receive.expected, { times: BPS_ONE + ceiling, over: BPS_ONE });
    add(receive.asset, { atLeast: receive.atLeast, atMost });
  }
  for (const { spend } of requests.filter(spendsToken)) {
    add(spend.asset, { atLeast: -spend.amount, atMost: -spend.amount });
  }
  return [...changes]
    .map(([asset, bounds]) => ({ asset, ...bounds }))
    .toSorted((a, b) => compareText(a.asset, b.asset));
}
