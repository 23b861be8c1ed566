import { NotCanonicalError } from "../errors/NotCanonicalError.ts";
import { escaped, LONE_SURROGATE, SHORT_ESCAPES } from "./textEscapes.ts";

/** A run of characters that stand as themselves: from the space on, without the quote and the backslash. */
const PLAIN = /[ !#-[\]-\uffff]*/y;

/** A text that is being read, and the next character. */
export type TextCursor = { readonly text: string; at: number };

/**
 * Reads a quoted text, the cursor on its opening quote; leaves the cursor behind the closing one.
 * @throws NotCanonicalError for a character that should be escaped, or is escaped in another way than the one allowed
 */
export function readText(cursor: TextCursor): string {
  const { text } = cursor;
  const start = cursor.at;
  cursor.at += 1;
  let read = "";
  for (;;) {
    PLAIN.lastIndex = cursor.at;
    const run = PLAIN.exec(text)?.[0] ?? "";
    read += run;
    cursor.at += run.length;
    const stop = text[cursor.at];
    if (stop === '"') break;
    if (stop !== "\\") refuse(cursor, stop === undefined ? "the text has no end" : "a control character");
    read += readEscape(cursor);
  }
  cursor.at += 1;
  if (LONE_SURROGATE.test(read)) refuse({ text, at: start }, "a lone surrogate");
  return read;
}

function refuse(cursor: TextCursor, problem: string): never {
  throw new NotCanonicalError({ place: `character ${cursor.at}`, problem });
}

function readEscape(cursor: TextCursor): string {
  const letter = cursor.text[cursor.at + 1] ?? "";
  const short = SHORT_ESCAPES[letter];
  if (short !== undefined) {
    cursor.at += 2;
    return short;
  }
  const written = cursor.text.slice(cursor.at, cursor.at + 6);
  const code = /^\\u00([0-9a-f]{2})$/.exec(written)?.[1];
  const character = code === undefined ? undefined : String.fromCharCode(Number.parseInt(code, 16));
  if (character === undefined || escaped(character) !== written) {
    return refuse(cursor, `the escape ${JSON.stringify(written)} is not the one that the encoding uses`);
  }
  cursor.at += 6;
  return character;
}
