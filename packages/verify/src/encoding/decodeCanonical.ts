import { utf8ToBytes } from "@noble/hashes/utils.js";
import { NotCanonicalError } from "../errors/NotCanonicalError.ts";
import { BYTES_MAX, type CanonicalValue, DEPTH_MAX, DIGITS_MAX } from "./canonicalValue.ts";
import { encodeCanonical } from "./encodeCanonical.ts";
import { keyProblem } from "./keyProblem.ts";
import { readText, type TextCursor } from "./readText.ts";

/**
 * Reads a canonical text and nothing else (docs/canonical-encoding.md, §2): no white space, no other order of keys, no
 * other spelling of a character or an integer.
 * @throws NotCanonicalError with the place of the first character that is wrong
 */
export function decodeCanonical(text: string): CanonicalValue {
  const cursor: TextCursor = { text, at: 0 };
  if (text.length > BYTES_MAX || utf8ToBytes(text).length > BYTES_MAX)
    refuse(cursor, `more than ${BYTES_MAX} bytes`);
  const value = readValue(cursor, 0);
  if (cursor.at < text.length) refuse(cursor, "more after the end of the value");
  // The reader above takes only canonical text; this says so again by the page's own definition.
  if (encodeCanonical(value) !== text) refuse({ text, at: 0 }, "the value encodes to other bytes");
  return value;
}

function refuse(cursor: TextCursor, problem: string): never {
  throw new NotCanonicalError({ place: `character ${cursor.at}`, problem });
}

/** Steps over `token` if it is next. */
function take(cursor: TextCursor, token: string): boolean {
  if (!cursor.text.startsWith(token, cursor.at)) return false;
  cursor.at += token.length;
  return true;
}

function expect(cursor: TextCursor, token: string): void {
  if (!take(cursor, token)) refuse(cursor, `expected ${token}`);
}

function readValue(cursor: TextCursor, depth: number): CanonicalValue {
  if (cursor.text[cursor.at] === '"') return readText(cursor);
  if (take(cursor, "null")) return null;
  if (take(cursor, "true")) return true;
  if (take(cursor, "false")) return false;
  if (take(cursor, '{"$int":')) return readInteger(cursor);
  if (take(cursor, "[")) return readList(cursor, depthBelow(cursor, depth));
  if (take(cursor, "{")) return readRecord(cursor, depthBelow(cursor, depth));
  if (/[-0-9]/.test(cursor.text[cursor.at] ?? ""))
    refuse(cursor, 'a bare number; an integer is {"$int":"…"}');
  return refuse(cursor, "no value of a known kind");
}

function depthBelow(cursor: TextCursor, depth: number): number {
  if (depth + 1 > DEPTH_MAX) refuse(cursor, `nested deeper than ${DEPTH_MAX}`);
  return depth + 1;
}

function readInteger(cursor: TextCursor): bigint {
  if (cursor.text[cursor.at] !== '"') refuse(cursor, "an integer's digits are text");
  const start = cursor.at;
  const digits = readText(cursor);
  if (!/^(0|-?[1-9][0-9]*)$/.test(digits)) {
    refuse({ ...cursor, at: start }, `${JSON.stringify(digits)} is not an integer without leading zeros`);
  }
  if (digits.replace("-", "").length > DIGITS_MAX) {
    refuse({ ...cursor, at: start }, `an integer of more than ${DIGITS_MAX} digits`);
  }
  expect(cursor, "}");
  return BigInt(digits);
}

function readList(cursor: TextCursor, depth: number): CanonicalValue[] {
  const items: CanonicalValue[] = [];
  if (take(cursor, "]")) return items;
  do items.push(readValue(cursor, depth));
  while (take(cursor, ","));
  expect(cursor, "]");
  return items;
}

function readRecord(cursor: TextCursor, depth: number): CanonicalValue {
  const entries: [string, CanonicalValue][] = [];
  if (take(cursor, "}")) return {};
  do {
    const key = readKey(cursor, entries.at(-1)?.[0]);
    expect(cursor, ":");
    entries.push([key, readValue(cursor, depth)]);
  } while (take(cursor, ","));
  expect(cursor, "}");
  // fromEntries defines each key, so that a key `__proto__` stays a key.
  return Object.fromEntries(entries);
}

function readKey(cursor: TextCursor, before: string | undefined): string {
  const start = { ...cursor };
  if (cursor.text[cursor.at] !== '"') refuse(cursor, "expected a key");
  const key = readText(cursor);
  const problem = keyProblem(key);
  if (problem !== undefined) refuse(start, problem);
  if (before !== undefined && key <= before) {
    refuse(start, `the key ${JSON.stringify(key)} repeats or does not sort after ${JSON.stringify(before)}`);
  }
  return key;
}
