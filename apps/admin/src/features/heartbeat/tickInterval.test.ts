import { describe, expect, test } from "vitest";
import { tickInterval } from "./tickInterval.ts";

describe("the usual gap between evaluations", () => {
  test.each([
    ["without any it is 12 s", [], 12],
    ["gaps below 12 s count as 12 s", [10, 8, 6, 4], 12],
    ["one long pause does not change it", [1060, 1040, 1020, 400, 380], 20],
    ["slow keepers have long gaps", [900, 600, 300], 300],
  ])("%s", (_name, times, seconds) => {
    expect(tickInterval(times)).toBe(seconds);
  });
});
