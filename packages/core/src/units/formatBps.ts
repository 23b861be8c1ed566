import type { Bps } from "./brands.ts";
import { formatDecimal } from "./formatDecimal.ts";
import { NBSP } from "./signs.ts";

/** A share in per cent with two decimals, exact: `37.00 %`. */
export function formatBps(value: Bps): string {
  return `${formatDecimal(value, { decimals: 2n, places: 2n, rounding: "down" })}${NBSP}%`;
}

/** A limit: below 1 % in basis points (`30 bps`), else as formatBps. */
export function formatLimitBps(value: Bps): string {
  return value < 100n ? `${value}${NBSP}bps` : formatBps(value);
}
