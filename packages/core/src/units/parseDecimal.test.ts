import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExact } from "./formatExact.ts";
import { parseDecimal } from "./parseDecimal.ts";
import { UnitError } from "./unitError.ts";

const options = { decimals: 2n, unit: "share", example: "0.5" };

describe("parseDecimal", () => {
  it.each([
    ["0", 0n],
    ["7", 700n],
    ["0.5", 50n],
    ["0.05", 5n],
    ["12.34", 1234n],
    ["1.230000", 123n],
    ["0.0", 0n],
  ])("reads %j as %d hundredths", (text, value) => {
    expect(parseDecimal(text, options)).toBe(value);
  });

  it.each([
    ["1.001", "1.00"],
    ["1.239", "1.23"],
    ["0.0000000001", "0.00"],
  ])("refuses %j rather than round it, and shows what is left without the rest", (text, suggestion) => {
    expect(() => parseDecimal(text, options)).toThrow(
      expect.objectContaining({ name: "UnitError", suggestion }),
    );
  });

  it("refuses a fraction of what has no parts", () => {
    expect(() => parseDecimal("1.5", { ...options, decimals: 0n })).toThrow(
      expect.objectContaining({ suggestion: "1" }),
    );
  });

  it.each([
    "",
    " 1",
    "1 ",
    "+1",
    "-1",
    "01",
    "1.",
    ".1",
    "1e2",
    "1,0",
    "0x1",
    "1_000",
    "Infinity",
    "NaN",
    "١",
  ])("refuses %j", (text) => {
    expect(() => parseDecimal(text, options)).toThrow(UnitError);
  });

  it("reads back every exact text", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 40n }),
        fc.bigInt({ min: 0n, max: 30n }),
        (value, decimals) => {
          expect(parseDecimal(formatExact(value, decimals), { ...options, decimals })).toBe(value);
        },
      ),
    );
  });
});
