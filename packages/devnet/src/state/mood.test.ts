import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { baseFeeWei, calmMood, type Mood, readMood, saveMood } from "./mood.ts";

const dir = mkdtempSync(join(tmpdir(), "ballast-mood-"));
afterAll(() => rmSync(dir, { recursive: true }));

test("without a file all is calm", () => {
  expect(readMood(join(dir, "none.json"))).toEqual(calmMood);
});

test.each<Mood>([
  calmMood,
  { depegged: true, gasSpike: null, silentFeeds: ["weETH/ETH"] },
  { ...calmMood, gasSpike: { untilTimestamp: 1_790_000_000, baseFeeWei: 300n * 10n ** 9n } },
])("%o is read as it was saved", (mood) => {
  const file = join(dir, "mood.json");
  saveMood(file, mood);
  expect(readMood(file)).toEqual(mood);
});

test("a gas spike ends by itself", () => {
  const mood: Mood = { ...calmMood, gasSpike: { untilTimestamp: 100, baseFeeWei: 7n * 10n ** 9n } };
  expect(baseFeeWei(mood, 100)).toBe(7n * 10n ** 9n);
  expect(baseFeeWei(mood, 101)).toBe(10n ** 9n);
});

test("a file of before feeds could fall silent is read", () => {
  const file = join(dir, "older.json");
  writeFileSync(file, JSON.stringify({ depegged: true, gasSpike: null }));
  expect(readMood(file)).toEqual({ ...calmMood, depegged: true });
});
