import { checksumAddress } from "../chain/address.ts";
import type { Action, Claim, Plan, Receive, WithdrawalRequest } from "../plan/types.ts";
import type { AssetId } from "../units/brands.ts";
import { formatAmount } from "../units/formatAmount.ts";
import type { Rounding } from "../units/formatDecimal.ts";
import { formatDuration } from "../units/formatDuration.ts";
import { rawAmount } from "../units/quantities.ts";
import { venueText } from "./words.ts";

/** Decimals of an asset. Every asset in use has 18; a deployment with others passes its own. */
export type DecimalsOf = (asset: AssetId) => bigint;

const EIGHTEEN: DecimalsOf = () => 18n;

function amountText(
  decimalsOf: DecimalsOf,
  { asset, amount, rounding }: { asset: AssetId; amount: bigint; rounding: Rounding },
): string {
  return formatAmount({ amount, decimals: decimalsOf(asset), places: 4n, rounding, symbol: asset });
}

function minimumText(decimalsOf: DecimalsOf, { asset, atLeast }: Receive): string {
  return amountText(decimalsOf, { asset, amount: atLeast, rounding: "down" });
}

function actionText(action: Action, decimalsOf: DecimalsOf): string {
  const spend = amountText(decimalsOf, { ...action.spend, rounding: "up" });
  const least = minimumText(decimalsOf, action.receive);
  if (action.kind === "exit") return `sell ${spend} for at least ${least}`;
  return `buy at least ${least} with ${spend}`;
}

/** What all claims pay together, by asset; nothing when there are none. */
function claimsText(claims: readonly Claim[], decimalsOf: DecimalsOf): string[] {
  const sums = new Map<AssetId, bigint>();
  for (const { asset, expected } of claims.flatMap(({ receive }) => receive))
    sums.set(asset, (sums.get(asset) ?? 0n) + expected);
  const paid = [...sums].map(([asset, amount]) =>
    amountText(decimalsOf, { asset, amount: rawAmount(amount), rounding: "down" }),
  );
  return paid.length === 0 ? [] : [`claim ${paid.join(" and ")}`];
}

function delayText({ delay }: WithdrawalRequest): string {
  return delay === null ? "at a time that it does not promise" : `in about ${formatDuration(delay)}`;
}

function requestText(request: WithdrawalRequest, decimalsOf: DecimalsOf): string {
  const amount = amountText(decimalsOf, { ...request.spend, rounding: "up" });
  const { order } = request;
  const leave =
    order.kind === "eigenlayer-undelegate" ? `leave operator ${checksumAddress(order.operator)} and ` : "";
  return `${leave}queue ${amount} with ${venueText(request.venue)}, claimable ${delayText(request)}`;
}

/**
 * What the batch does, step by step: `Sell 100.0000 wstETH for at least 119.7001 WETH, then buy at least 113.0200 weETH with 119.7001 WETH.`,
 * `Claim 35.2000 stETH.`, `Queue 100.0000 EL-stETH with EigenLayer, claimable in about 14 d.`
 */
export function planSentence(plan: Plan, decimalsOf: DecimalsOf = EIGHTEEN): string {
  const steps = [
    ...claimsText(plan.claims, decimalsOf),
    ...plan.actions.map((action) => actionText(action, decimalsOf)),
    ...plan.requests.map((request) => requestText(request, decimalsOf)),
  ].join(", then ");
  return `${steps.charAt(0).toUpperCase()}${steps.slice(1)}.`;
}
