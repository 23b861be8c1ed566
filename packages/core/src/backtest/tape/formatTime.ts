import type { UnixSeconds } from "../../units/brands.ts";

const pad = (value: bigint, width: number) => value.toString().padStart(width, "0");

/** A time as `2024-04-24T02:25:16Z` (Hinnant's civil_from_days, for times after 1970). */
export function formatTime(time: UnixSeconds): string {
  const shifted = time / 86_400n + 719_468n;
  const era = shifted / 146_097n;
  const dayOfEra = shifted - era * 146_097n;
  const yearOfEra = (dayOfEra - dayOfEra / 1_460n + dayOfEra / 36_524n - dayOfEra / 146_096n) / 365n;
  const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
  const index = (5n * dayOfYear + 2n) / 153n;
  const day = dayOfYear - (153n * index + 2n) / 5n + 1n;
  const month = index < 10n ? index + 3n : index - 9n;
  const year = yearOfEra + era * 400n + (month <= 2n ? 1n : 0n);
  const clock = time % 86_400n;
  const parts = [clock / 3_600n, (clock / 60n) % 60n, clock % 60n].map((part) => pad(part, 2));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${parts.join(":")}Z`;
}
