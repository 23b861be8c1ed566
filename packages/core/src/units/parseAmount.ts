import type { RawAmount } from "./brands.ts";
import { parseDecimal } from "./parseDecimal.ts";
import { rawAmount } from "./quantities.ts";
import { quoted } from "./quoted.ts";
import { UnitError } from "./unitError.ts";

type AssetUnit = { readonly decimals: bigint; readonly symbol: string };

/**
 * Reads `250 ETH` as an exact amount in smallest units.
 * @throws UnitError when the symbol is missing or another, or the number is finer than the asset's decimals
 */
export function parseAmount(text: string, { decimals, symbol }: AssetUnit): RawAmount {
  const unit = `amount of ${symbol}`;
  const limit = `a number and ${symbol}, such as 1.5 ${symbol}`;
  const trimmed = text.trim();
  const match = /^([0-9.]+)(?:\s*)([A-Za-z][A-Za-z0-9.+_-]*)?$/.exec(trimmed);
  if (match === null) throw new UnitError({ unit, value: quoted(text), limit });
  const [, digits = "", written] = match;
  if (written !== symbol) {
    throw new UnitError({ unit, value: quoted(trimmed), limit, suggestion: `${digits} ${symbol}` });
  }
  return rawAmount(parseDecimal(digits, { decimals, unit, example: "1.5" }));
}
