import { parseTime } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { interpolateDown } from "./interpolateDown.ts";

const LINE = [
  ["2024-01-01", "1"],
  ["2024-01-03", "0.5"],
  ["2024-01-04", "2.25"],
] as const;

describe("a straight line between published figures", () => {
  test.each([
    ["2023-12-31", "1.000000"],
    ["2024-01-01", "1.000000"],
    ["2024-01-02", "0.750000"],
    ["2024-01-03", "0.500000"],
    ["2024-01-03T12:00Z", "1.375000"],
    ["2024-01-03T00:00:01Z", "0.500020"],
    ["2024-01-05", "2.250000"],
  ])("at %s is %s", (time, value) => {
    expect(interpolateDown(LINE, parseTime(time))).toBe(value);
  });

  test("through one figure is that figure", () => {
    expect(interpolateDown([["2024-01-01", "0.5"]], parseTime("2024-06-01"))).toBe("0.500000");
  });
});
