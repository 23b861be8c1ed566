import type { Wad } from "./brands.ts";
import { formatDecimal, type Rounding } from "./formatDecimal.ts";
import { NBSP } from "./signs.ts";

/** A ratio or yield in per cent, two decimals unless told: `3.12 %`. A yield rounds down, a cost up. */
export function formatWadPercent(
  value: Wad,
  { rounding, places = 2n }: { readonly rounding: Rounding; readonly places?: bigint },
): string {
  return `${formatDecimal(value, { decimals: 16n, places, rounding })}${NBSP}%`;
}
