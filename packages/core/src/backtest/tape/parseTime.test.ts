import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unixSeconds } from "../../units/times.ts";
import { formatTime } from "./formatTime.ts";
import { parseTime } from "./parseTime.ts";

describe("a time of a tape", () => {
  test.each([
    ["1970-01-01", 0n],
    ["2000-02-29", 951_782_400n],
    ["2024-04-24T02:25:16Z", 1_713_925_516n],
    ["2024-04-24T02:25Z", 1_713_925_500n],
    ["1713925516", 1_713_925_516n],
  ])("%s is %i", (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  test.each([
    "2023-02-29",
    "2024-13-01",
    "2024-04-24T24:00Z",
    "2024-04-24T02:25:16",
    "2024-04-24T02:25:16+02:00",
    "24.4.2024",
    "1713925516000",
    "",
  ])("%j is refused", (text) => {
    expect(() => parseTime(text)).toThrow(/it must be/);
  });

  test("is written as it was read, for the next two thousand years", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 64_000_000_000n }), (time) => {
        const text = formatTime(unixSeconds(time));
        expect(text).toBe(new Date(Number(time) * 1000).toISOString().replace(".000Z", "Z"));
        expect(parseTime(text)).toBe(time);
      }),
    );
  });
});
