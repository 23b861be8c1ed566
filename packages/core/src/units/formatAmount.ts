import { type DecimalFormat, formatDecimal } from "./formatDecimal.ts";
import { NBSP } from "./signs.ts";

/** Shows an amount in whole units of its asset: `1,250.00`, with the symbol after a no-break space when given. */
export function formatAmount(
  input: DecimalFormat & { readonly amount: bigint; readonly symbol?: string },
): string {
  const number = formatDecimal(input.amount, input);
  return input.symbol === undefined ? number : `${number}${NBSP}${input.symbol}`;
}
