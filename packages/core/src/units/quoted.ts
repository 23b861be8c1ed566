const LONGEST = 90;

/** A refused value as an error shows it: text in quotes, cut when long; anything else by its kind. */
export function quoted(value: unknown): string {
  if (typeof value !== "string")
    return value === null || value === undefined ? `${value}` : `(${typeof value})`;
  return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
}
