import type { PinnedResult } from "./pinnedReader.ts";
import type { Read } from "./read.ts";
import { readWords } from "./words.ts";

/** The first 32-byte word of an answer as an unsigned integer; what is no word is missing under `subject`, never zero. */
export function readWord(result: PinnedResult, subject: string): Read<bigint> {
  const read = readWords(result, { subject, count: 1 });
  return read.ok ? { ok: true, value: read.words[0] ?? 0n } : read;
}
