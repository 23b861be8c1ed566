import { stripVTControlCharacters } from "node:util";

export type Closing = { readonly lines: readonly string[]; readonly passed: number; readonly failed: number };

const VITEST = /^\s*(Test Files|Tests)\s+\d/;
const PLAYWRIGHT = /^\s+\d+ (passed|failed|flaky|skipped|interrupted|did not run)\b/;

function count(line: string, word: string): number {
  return Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
}

/** The closing lines of vitest or Playwright in what they printed, and how many tests passed and failed. */
export function closing(output: string): Closing {
  const all = stripVTControlCharacters(output).split("\n");
  const lines = all.filter((line) => VITEST.test(line) || PLAYWRIGHT.test(line));
  const counted = lines.filter((line) => !/^\s*Test Files/.test(line));
  const sum = (word: string) => counted.reduce((total, line) => total + count(line, word), 0);
  return { lines, passed: sum("passed"), failed: sum("failed") + sum("interrupted") + sum("did not run") };
}
