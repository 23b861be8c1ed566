import { describe, expect, it } from "vitest";
import { elapsed, later, seconds, unixSeconds } from "./times.ts";
import { UnitError } from "./unitError.ts";

describe("times", () => {
  it("takes the time of a block", () => {
    expect(unixSeconds(1_780_000_000n)).toBe(1_780_000_000n);
  });

  it.each([
    ["milliseconds", () => unixSeconds(1_780_000_000_000n)],
    ["a time before 1970", () => unixSeconds(-1n)],
    ["a number", () => unixSeconds(1_780_000_000 as unknown as bigint)],
    ["a negative duration", () => seconds(-1n)],
    ["a duration as a number", () => seconds(5 as unknown as bigint)],
    ["an end before the start", () => elapsed(unixSeconds(2n), unixSeconds(1n))],
    ["a moment beyond the range", () => later(unixSeconds(99_999_999_999n), seconds(1n))],
  ])("refuses %s", (_name, make) => {
    expect(make).toThrow(UnitError);
  });

  it("suggests the seconds when it was given milliseconds", () => {
    expect(() => unixSeconds(1_780_000_000_000n)).toThrow(
      expect.objectContaining({ suggestion: "1780000000 if this was milliseconds" }),
    );
  });

  it("measures and adds durations", () => {
    expect(elapsed(unixSeconds(100n), unixSeconds(160n))).toBe(60n);
    expect(later(unixSeconds(100n), seconds(60n))).toBe(160n);
  });
});
