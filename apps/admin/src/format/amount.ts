import { formatDecimal, formatExact, type Rounding } from "@ballast/core";

/** An amount as it is shown, and with every digit it has. */
export type ShownAmount = { readonly text: string; readonly exact: string };

type How = {
  readonly decimals?: bigint;
  readonly places?: bigint;
  readonly rounding?: Rounding;
  readonly sign?: "negative" | "changes";
  readonly symbol?: string;
};

/** Shows an integer amount; unless said, of an 18-decimal asset with two digits, rounded down. The symbol is only in `exact`. */
export function amount(value: bigint, how: How = {}): ShownAmount {
  const { decimals = 18n, places = 2n, rounding = "down", sign = "negative", symbol = "ETH" } = how;
  return {
    text: formatDecimal(value, { decimals, places, rounding, sign }),
    exact: `${formatExact(value, decimals)} ${symbol}`,
  };
}
