import type { UnixSeconds } from "../../units/brands.ts";
import { quoted } from "../../units/quoted.ts";
import { unixSeconds } from "../../units/times.ts";
import { UnitError } from "../../units/unitError.ts";
import { formatTime } from "./formatTime.ts";

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?Z)?$/;
const DAY = 86_400n;

/**
 * Days from 1970-01-01 of a date in the Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil, for
 * years after 0).
 */
function daysOf({ year, month, day }: { year: bigint; month: bigint; day: bigint }): bigint {
  const y = month <= 2n ? year - 1n : year;
  const era = y / 400n;
  const yearOfEra = y - era * 400n;
  const dayOfYear = (153n * (month > 2n ? month - 3n : month + 9n) + 2n) / 5n + day - 1n;
  return era * 146_097n + yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + dayOfYear - 719_468n;
}

/** The seconds of a time as its parts are written, or null when a part is out of its range. */
function secondsOf([, ...parts]: readonly string[]): UnixSeconds | null {
  const [year = 0n, month = 0n, day = 0n, hour = 0n, minute = 0n, second = 0n] = parts.map((part) =>
    BigInt(part ?? 0),
  );
  const isClock = hour < 24n && minute < 60n && second < 60n;
  if (year < 1970n || month < 1n || month > 12n || day < 1n || day > 31n || !isClock) return null;
  return unixSeconds(daysOf({ year, month, day }) * DAY + hour * 3_600n + minute * 60n + second);
}

/**
 * A time of a tape: `2024-04-24T02:25:16Z`, `2024-04-24T02:25Z`, `2024-04-24` (its first second), or whole seconds since 1970.
 * @throws UnitError for another time zone, a fraction, or a day that no calendar has
 */
export function parseTime(text: string): UnixSeconds {
  if (/^\d{5,}$/.test(text)) return unixSeconds(BigInt(text));
  const match = ISO.exec(text);
  const time = match === null ? null : secondsOf(match);
  // The calendar turns 30 February into a day of March; written again it is another date.
  if (time !== null && formatTime(time).startsWith(text.slice(0, 10))) return time;
  const limit = "a time in UTC such as 2024-04-24T02:25:16Z, a date, or whole seconds since 1970";
  throw new UnitError({ unit: "time", value: quoted(text), limit });
}
