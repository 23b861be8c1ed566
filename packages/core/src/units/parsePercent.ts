import type { Bps } from "./brands.ts";
import { parseDecimal } from "./parseDecimal.ts";
import { bps } from "./quantities.ts";
import { quoted } from "./quoted.ts";
import { UnitError } from "./unitError.ts";

/**
 * Reads `40%` or `0.3 %` as basis points, 0 % to 100 %.
 * @throws UnitError without the sign, finer than 0.01 %, or above 100 %
 */
export function parsePercent(text: string): Bps {
  const unit = "percentage";
  const match = /^(.*?)\s*(%?)$/.exec(text.trim());
  const [, number = "", sign = ""] = match ?? [];
  const value = () => parseDecimal(number, { decimals: 2n, unit, example: "40% or 0.3%" });
  if (sign === "") {
    const suggestion = /^[0-9]+(\.[0-9]+)?$/.test(number) ? `${number}%` : null;
    throw new UnitError({ unit, value: quoted(text), limit: "a number and a % sign", suggestion });
  }
  const parsed = value();
  if (parsed > 10_000n) throw new UnitError({ unit, value: text.trim(), limit: "at most 100%" });
  return bps(parsed);
}
