import { mulDivDown, mulDivUp } from "./mulDiv.ts";
import { MINUS, NBSP } from "./signs.ts";

/** down is towards −∞, up is towards +∞: take the one that goes against us. */
export type Rounding = "down" | "up";

export type DecimalFormat = {
  /** Digits after the point in `value` itself. */
  readonly decimals: bigint;
  /** Digits after the point to show. */
  readonly places: bigint;
  readonly rounding: Rounding;
  /** `changes` puts a + before what is above zero. Zero never has a sign. */
  readonly sign?: "negative" | "changes";
};

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
}

function rescaled(value: bigint, { decimals, places, rounding }: DecimalFormat): bigint {
  const ratio = { times: 10n ** places, over: 10n ** decimals };
  return rounding === "down" ? mulDivDown(value, ratio) : mulDivUp(value, ratio);
}

function unsigned(value: bigint, places: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(Number(places) + 1, "0");
  const point = digits.length - Number(places);
  const fraction = digits.slice(point);
  return fraction === "" ? grouped(digits) : `${grouped(digits.slice(0, point))}.${fraction}`;
}

/**
 * Writes an integer of 10^−decimals with `places` digits, thousands grouped by commas and a true minus.
 * What is not zero but would show as zero is written `< 0.01` or `> −0.01`.
 */
export function formatDecimal(value: bigint, format: DecimalFormat): string {
  const shown = rescaled(value, format);
  if (shown === 0n && value !== 0n) {
    const least = unsigned(1n, format.places);
    return value > 0n ? `<${NBSP}${least}` : `>${NBSP}${MINUS}${least}`;
  }
  const plus = format.sign === "changes" && shown > 0n ? "+" : "";
  return `${shown < 0n ? MINUS : plus}${unsigned(shown, format.places)}`;
}
