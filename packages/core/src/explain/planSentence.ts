import type { Action, Plan, Receive } from "../plan/types.ts";
import type { AssetId } from "../units/brands.ts";
import { formatAmount } from "../units/formatAmount.ts";
import type { Rounding } from "../units/formatDecimal.ts";

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

/** What the batch does, step by step: `Sell 100.0000 wstETH for at least 119.7001 WETH, then buy at least 113.0200 weETH with 119.7001 WETH.` */
export function planSentence(plan: Plan, decimalsOf: DecimalsOf = EIGHTEEN): string {
  const steps = plan.actions.map((action) => actionText(action, decimalsOf)).join(", then ");
  return `${steps.charAt(0).toUpperCase()}${steps.slice(1)}.`;
}
