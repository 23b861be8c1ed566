import { type Missing, type RateReading, wad } from "@ballast/core";
import type { PinnedResult } from "../chain/pinnedReader.ts";
import { readWords } from "../chain/words.ts";
import type { RateSource } from "../rateSource.ts";

/** A rate, or why there is none. */
export type RateResult =
  | { readonly ok: true; readonly reading: RateReading }
  | { readonly ok: false; readonly missing: Missing };

/** Far above any share price; a larger number is not a rate. */
const MOST = 10n ** 36n;

/** Reads the answer to a rate's call; `result` is null for a rate that is so by definition. A rate of 0 is no rate. */
export function readRate(rate: RateSource, result: PinnedResult | null): RateResult {
  const { asset, venue, source, growsWith } = rate;
  const growth = growsWith === undefined ? {} : { growsWith };
  const reading = (value: bigint) =>
    ({ ok: true, reading: { asset, venue, rate: wad(value), ...growth, source } }) as const;
  const subject = `rate:${asset}`;
  if (rate.kind === "fixed") return reading(rate.rate);
  if (result === null) throw new TypeError(`${subject} has a call and needs its result`);
  const read = readWords(result, { subject, count: 1 });
  if (!read.ok) return read;
  const [value = 0n] = read.words;
  if (value > 0n && value <= MOST) return reading(value);
  const detail = `the rate is ${value}; it must be from 1 to ${MOST}`;
  return { ok: false, missing: { subject, code: "unexpected", retry: false, detail } };
}
