import type { Seconds } from "./brands.ts";
import { quoted } from "./quoted.ts";
import { seconds } from "./times.ts";
import { UnitError } from "./unitError.ts";

const SECONDS_IN = { s: 1n, m: 60n, h: 3600n, d: 86_400n } as const;
const LIMIT = "a whole number and s, m, h or d, such as 45s, 10m, 6h or 30d";

/**
 * Reads `45s`, `10m`, `6h` or `30d` as seconds. A day is 24 hours.
 * @throws UnitError without a unit, with a fraction, or with another unit
 */
export function parseDuration(text: string): Seconds {
  const unit = "duration";
  const trimmed = text.trim();
  const match = /^(0|[1-9][0-9]*)\s*([smhd])?$/.exec(trimmed);
  if (match === null) throw new UnitError({ unit, value: quoted(text), limit: LIMIT });
  const [, digits = "", letter] = match;
  if (letter === undefined) {
    const suggestion = `${digits}s for seconds, ${digits}m for minutes, ${digits}h for hours or ${digits}d for days`;
    throw new UnitError({ unit, value: quoted(trimmed), limit: LIMIT, suggestion });
  }
  return seconds(BigInt(digits) * SECONDS_IN[letter as keyof typeof SECONDS_IN]);
}
