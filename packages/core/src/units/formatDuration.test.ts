import { describe, expect, it } from "vitest";
import { formatDuration, formatDurationExact } from "./formatDuration.ts";
import { seconds } from "./times.ts";

describe("formatDuration", () => {
  it.each([
    [18_720n, "5 h 12 m", "312m"],
    [273_600n, "3 d 04 h", "76h"],
    [21_600n, "6 h", "6h"],
    [2_592_000n, "30 d", "30d"],
    [725n, "12 m 05 s", "725s"],
    [45n, "45 s", "45s"],
    [86_459n, "1 d", "86459s"],
    [0n, "0 s", "0s"],
  ])("writes %d seconds as %s, exactly as %s", (value, shown, exact) => {
    expect(formatDuration(seconds(value)).replaceAll("\u00a0", " ")).toBe(shown);
    expect(formatDurationExact(seconds(value))).toBe(exact);
  });

  it("keeps its parts on one line", () => {
    expect(formatDuration(seconds(18_720n))).not.toContain(" ");
  });
});
