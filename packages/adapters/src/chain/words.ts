import type { Hex, Missing } from "@ballast/core";
import { hexToBigInt } from "viem";
import type { PinnedResult } from "./pinnedReader.ts";

/** Values of an answer, or why there are none. */
export type Words =
  | { readonly ok: true; readonly words: readonly bigint[] }
  | { readonly ok: false; readonly missing: Missing };

const WORD_DIGITS = 64;

const wordAt = (data: Hex, index: number): bigint =>
  hexToBigInt(`0x${data.slice(2 + index * WORD_DIGITS, 2 + (index + 1) * WORD_DIGITS)}`);

/**
 * Reads the first `count` 32-byte words of an answer as unsigned integers. Nothing at all is `empty` (no such
 * contract), less than that is `short-data`: neither is ever read as zero. More words are allowed: an upgraded contract
 * may return more.
 */
export function readWords(
  result: PinnedResult,
  expected: { readonly subject: string; readonly count: number },
): Words {
  if (!result.ok) return { ok: false, missing: { ...result.missing, subject: expected.subject } };
  const { subject, count } = expected;
  const bytes = (result.data.length - 2) / 2;
  if (bytes === 0) {
    const detail = "the call succeeded with no data: no contract at this address";
    return { ok: false, missing: { subject, code: "empty", retry: false, detail } };
  }
  if (bytes < count * 32) {
    const detail = `${bytes} bytes instead of ${count * 32}`;
    return { ok: false, missing: { subject, code: "short-data", retry: false, detail } };
  }
  return { ok: true, words: Array.from({ length: count }, (_, index) => wordAt(result.data, index)) };
}
