import { describe, expect, it } from "vitest";
import { formatExact } from "./formatExact.ts";

describe("formatExact", () => {
  it.each([
    [0n, 18n, "0"],
    [1n, 18n, "0.000000000000000001"],
    [10n ** 18n, 18n, "1"],
    [1_500_000_000_000_000_000n, 18n, "1.5"],
    [-1_500n, 3n, "-1.5"],
    [1_234_567n, 0n, "1234567"],
    [-5n, 0n, "-5"],
    [100n, 1n, "10"],
    [2n ** 256n, 0n, `${2n ** 256n}`],
  ])("writes %d with %d decimals as %s", (value, decimals, text) => {
    expect(formatExact(value, decimals)).toBe(text);
  });
});
