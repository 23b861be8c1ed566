import { checksumAddress } from "../chain/address.ts";
import { numberedAddress } from "../chain/addressNumber.ts";
import type { Address } from "../chain/types.ts";
import type { Finding, Quantity } from "../policy/finding.ts";
import type { PositionId, VenueId } from "../units/brands.ts";
import { formatAmount } from "../units/formatAmount.ts";
import { formatBps, formatLimitBps } from "../units/formatBps.ts";
import type { Rounding } from "../units/formatDecimal.ts";
import { formatDecimal } from "../units/formatDecimal.ts";
import { formatDuration } from "../units/formatDuration.ts";
import { causeText } from "./causeText.ts";

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

/** Names that protocols write in their own way. */
const VENUES: Readonly<Record<string, string>> = {
  eigenlayer: "EigenLayer",
  etherfi: "ether.fi",
  lido: "Lido",
};

/** A venue as people write it; one without a name of its own by its id. */
export function venueText(venue: VenueId): string {
  return VENUES[venue] ?? venue;
}

/** `etherfi:weETH` as people say it: `weETH`; idle money says that it is idle, an operator has its checksum. */
export function positionText(position: PositionId): string {
  const form = position
    .slice(position.indexOf(":") + 1)
    .replace(/0x[0-9a-f]{40}$/, (operator) => checksumAddress(operator as Address));
  return position.startsWith("idle:") ? `Idle ${form}` : form;
}

/** `eigenlayer:implementation:delegationManager` as people say it: `delegationManager at eigenlayer`. */
function figureText(id: string): string {
  const [venue = "", ...figure] = id.split(":");
  const name = figure.length > 1 ? figure.slice(1).join(":") : figure.join(":");
  return `${name} at ${venue}`;
}

/** What a finding is about, in a word. */
export function subjectText({ subject }: Finding): string {
  if (subject.kind === "account") return "The account";
  if (subject.kind === "position") return positionText(subject.id);
  if (subject.kind === "figure") return figureText(subject.id);
  if (subject.kind === "cause") return causeText(subject.id);
  if (subject.kind === "operator") return checksumAddress(subject.id);
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
    case "address":
      return checksumAddress(numberedAddress(quantity.value));
  }
}
