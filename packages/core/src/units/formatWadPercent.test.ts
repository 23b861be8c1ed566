import { describe, expect, it } from "vitest";
import { formatWadPercent } from "./formatWadPercent.ts";
import { wad } from "./quantities.ts";

describe("formatWadPercent", () => {
  it.each([
    ["a yield rounds down", 31_299_999_999_999_999n, { rounding: "down" as const }, "3.12\u00a0%"],
    ["a cost rounds up", 31_200_000_000_000_001n, { rounding: "up" as const }, "3.13\u00a0%"],
    ["a loss has a true minus", -(10n ** 16n), { rounding: "down" as const }, "\u22121.00\u00a0%"],
    ["places may be chosen", 10n ** 18n, { rounding: "down" as const, places: 0n }, "100\u00a0%"],
  ])("%s", (_name, value, options, text) => {
    expect(formatWadPercent(wad(value), options)).toBe(text);
  });
});
