import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDurationExact } from "./formatDuration.ts";
import { parseDuration } from "./parseDuration.ts";
import { seconds } from "./times.ts";
import { UnitError } from "./unitError.ts";

describe("parseDuration", () => {
  it.each([
    ["45s", 45n],
    ["10m", 600n],
    ["6h", 21_600n],
    ["30d", 2_592_000n],
    ["0s", 0n],
    [" 5 m ", 300n],
  ])("reads %j as %d seconds", (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it.each(["", "h", "6", "1.5h", "-1h", "1h30m", "6 hours", "2w", "06h", "6H", "1M"])(
    "refuses %j",
    (text) => {
      expect(() => parseDuration(text)).toThrow(UnitError);
    },
  );

  it("asks for the unit when there is none", () => {
    expect(() => parseDuration("90")).toThrow(
      expect.objectContaining({ suggestion: expect.stringContaining("90s") }),
    );
  });

  it("reads back every duration", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 10n }).map(seconds), (duration) => {
        expect(parseDuration(formatDurationExact(duration))).toBe(duration);
      }),
    );
  });
});
