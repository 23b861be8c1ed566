import { formatAmount } from "@ballast/core";
import type { StepNames } from "./stepNames.ts";

/** An amount of a token by its address or symbol, four digits, rounded down; of one without a name in smallest units. null is a count with 18 decimals and no name. */
export function tokenAmount(
  token: string | null,
  { amount, names }: { amount: bigint; names: StepNames },
): string {
  if (token === null) return formatAmount({ amount, decimals: 18n, places: 4n, rounding: "down" });
  const known = names.tokens[token] ?? Object.values(names.tokens).find(({ symbol }) => symbol === token);
  if (known === undefined) return `${amount} of ${token}`;
  return formatAmount({
    amount,
    decimals: BigInt(known.decimals),
    places: 4n,
    rounding: "down",
    symbol: known.symbol,
  });
}
