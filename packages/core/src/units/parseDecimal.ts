import { quoted } from "./quoted.ts";
import { UnitError } from "./unitError.ts";

const DECIMAL = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

type Options = { readonly decimals: bigint; readonly unit: string; readonly example: string };

/**
 * Reads a plain decimal number (`0.3`, `250`) as an exact integer of 10^−decimals.
 * @throws UnitError for signs, separators, exponents, and digits finer than `decimals`
 */
export function parseDecimal(text: string, { decimals, unit, example }: Options): bigint {
  const match = DECIMAL.exec(text);
  if (match === null) {
    throw new UnitError({ unit, value: quoted(text), limit: `a plain number such as ${example}` });
  }
  const [, whole = "0", fraction = ""] = match;
  const scale = Number(decimals);
  const kept = fraction.slice(0, scale);
  if (/[1-9]/.test(fraction.slice(scale))) {
    const suggestion = scale === 0 ? whole : `${whole}.${kept}`;
    throw new UnitError({ unit, value: text, limit: `given with at most ${decimals} decimals`, suggestion });
  }
  return BigInt(whole + kept.padEnd(scale, "0"));
}
