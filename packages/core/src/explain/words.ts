import type { Finding, Quantity } from "../policy/finding.ts";
import type { PositionId } from "../units/brands.ts";
import { formatAmount } from "../units/formatAmount.ts";
import { formatBps, formatLimitBps } from "../units/formatBps.ts";
import type { Rounding } from "../units/formatDecimal.ts";
import { formatDecimal } from "../units/formatDecimal.ts";
import { formatDuration } from "../units/formatDuration.ts";

/** How base units are written. */
export type BaseUnit = { readonly symbol: string; readonly decimals: bigint };

export const ETHER: BaseUnit = { symbol: "ETH", decimals: 18n };

/** A value with four decimals: `119.7001 ETH`. */
export function valueText(
  amount: bigint,
  { unit, rounding, sign }: { unit: BaseUnit; rounding: Rounding; sign?: "changes" },
): string {
  return formatAmount({ ...unit, amount, places: 4n, rounding, ...(sign === undefined ? {} : { sign }) });
}

/** `etherfi:weETH` as people say it: `weETH`; idle money says that it is idle. */
export function positionText(position: PositionId): string {
  const form = position.slice(position.indexOf(":") + 1);
  return position.startsWith("idle:") ? `Idle ${form}` : form;
}

/** What a finding is about, in a word. */
export function subjectText({ subject }: Finding): string {
  if (subject.kind === "account") return "The account";
  if (subject.kind === "position") return positionText(subject.id);
  return subject.id;
}

/** A measured value or a limit. Measured shares show two decimals; limits below 1 % are in basis points. */
export function quantityText(
  quantity: Quantity | null,
  { unit, isLimit }: { unit: BaseUnit; isLimit: boolean },
): string {
  if (quantity === null) return "not known";
  switch (quantity.unit) {
    case "base":
      return valueText(quantity.value, { unit, rounding: "up" });
    case "base-change":
      return valueText(quantity.value, { unit, rounding: "down" });
    case "bps":
      return isLimit ? formatLimitBps(quantity.value) : formatBps(quantity.value);
    case "wad":
      return formatDecimal(quantity.value, { decimals: 18n, places: 5n, rounding: "down" });
    case "seconds":
      return formatDuration(quantity.value);
    case "count":
      return formatDecimal(quantity.value, { decimals: 0n, places: 0n, rounding: "down" });
  }
}
