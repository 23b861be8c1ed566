import { expect, test } from "vitest";
import { historyTimestamps } from "./historyTimestamps.ts";

const day = 86_400;

test("thirty days end at the last second, a block each three hours and then each minute", () => {
  const to = 1_790_000_000;
  const timestamps = historyTimestamps(to - 30 * day, to);
  const gaps = timestamps.slice(1).map((at, i) => at - (timestamps[i] ?? 0));
  expect(timestamps.at(-1)).toBe(to);
  expect(timestamps.length).toBeLessThan(300);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(3 * 3_600);
  expect(gaps.slice(-29).every((gap) => gap === 60)).toBe(true);
});

test.each([
  { what: "nothing, when it ends where it begins", from: 100, to: 100, expected: [] },
  { what: "nothing, when it would end before", from: 100, to: 99, expected: [] },
  { what: "only its end, when it is shorter than a step", from: 100, to: 130, expected: [130] },
  { what: "a block each minute, when it is short", from: 0, to: 150, expected: [60, 120, 150] },
  { what: "no block twice, when steps meet the end", from: 0, to: 120, expected: [60, 120] },
])("history is $what", ({ from, to, expected }) => {
  expect(historyTimestamps(from, to)).toEqual(expected);
});

test("timestamps only ever rise", () => {
  for (let span = 1; span < 40_000; span += 37) {
    const timestamps = historyTimestamps(1_000, 1_000 + span);
    expect(timestamps.every((at, i) => at > (timestamps[i - 1] ?? 1_000))).toBe(true);
  }
});
