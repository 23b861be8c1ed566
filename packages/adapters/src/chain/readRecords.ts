import type { PinnedResult } from "./pinnedReader.ts";
import type { Read } from "./read.ts";
import { readWords } from "./words.ts";

export type RecordsShape = {
  readonly subject: string;
  /** Words of one record: 1 for a list of numbers. */
  readonly words: number;
};

/** Where the only value of an answer begins when it is a list. */
const FIRST = 32n;
/** Far above what a node answers; a larger number is no length. */
const MOST = 1_000_000n;
const NO_LIST = {
  code: "unexpected",
  retry: false,
  detail: "the answer is no list of the expected form",
} as const;

/**
 * Reads an answer that is one list of records of words alone (`uint256[]`, or an array of a struct without lists): where
 * the list begins, how many, then the records. Anything else is missing, never an empty list.
 */
export function readRecords(
  result: PinnedResult,
  { subject, words }: RecordsShape,
): Read<readonly (readonly bigint[])[]> {
  const head = readWords(result, { subject, count: 2 });
  if (!head.ok) return head;
  const [start, count = 0n] = head.words;
  if (start !== FIRST || count > MOST) return { ok: false, missing: { ...NO_LIST, subject } };
  const all = readWords(result, { subject, count: 2 + Number(count) * words });
  if (!all.ok) return all;
  const records = Array.from({ length: Number(count) }, (_, index) =>
    all.words.slice(2 + index * words, 2 + (index + 1) * words),
  );
  return { ok: true, value: records };
}
