/** The two-character escapes of text (§2): what stands after the backslash, and the character meant. */
export const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
};

const BY_CHARACTER = new Map(
  Object.entries(SHORT_ESCAPES).map(([letter, character]) => [character, `\\${letter}`]),
);

/** How a character is written inside quotes: escaped only where it must be. */
export function escaped(character: string): string {
  const short = BY_CHARACTER.get(character);
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  return code < 0x20 ? `\\u${code.toString(16).padStart(4, "0")}` : character;
}

/** Half of a surrogate pair without the other half. */
export const LONE_SURROGATE = /\p{Surrogate}/u;
