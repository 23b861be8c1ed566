import { formatDecimal } from "@ballast/core";

/** A block number or a count, thousands grouped. */
export function integer(value: bigint): string {
  return formatDecimal(value, { decimals: 0n, places: 0n, rounding: "down" });
}
