/**
 * A document as indented JSON for people and scripts: integers as decimal text (`"250"`), nothing else changed.
 * One way only; what is stored, hashed or read back uses encodeCanonical.
 */
export function toDisplayJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, item: unknown) => (typeof item === "bigint" ? item.toString() : item), 2) ??
    "null"
  );
}
