import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExact } from "./formatExact.ts";
import { parseAmount } from "./parseAmount.ts";
import { UnitError } from "./unitError.ts";

const ETH = { decimals: 18n, symbol: "ETH" };

describe("parseAmount", () => {
  it.each([
    ["250 ETH", 250n * 10n ** 18n],
    ["0.2 ETH", 2n * 10n ** 17n],
    ["  1.5\u00a0ETH ", 15n * 10n ** 17n],
    ["5ETH", 5n * 10n ** 18n],
    ["0.000000000000000001 ETH", 1n],
    ["1.100000000000000000000 ETH", 11n * 10n ** 17n],
    ["0 ETH", 0n],
  ])("reads %j exactly", (text, amount) => {
    expect(parseAmount(text, ETH)).toBe(amount);
  });

  it.each([
    ["250", "250 ETH"],
    ["250 USD", "250 ETH"],
    ["250 eth", "250 ETH"],
    ["0.0000000000000000019 ETH", "0.000000000000000001"],
  ])("refuses %j and suggests %j", (text, suggestion) => {
    expect(() => parseAmount(text, ETH)).toThrow(expect.objectContaining({ name: "UnitError", suggestion }));
  });

  it.each([
    "",
    "ETH",
    "-1 ETH",
    "+1 ETH",
    "1,000 ETH",
    "1e3 ETH",
    "01 ETH",
    ".5 ETH",
    "1. ETH",
    "1..2 ETH",
    "0x10 ETH",
  ])("refuses %j", (text) => {
    expect(() => parseAmount(text, ETH)).toThrow(UnitError);
  });

  it("refuses what no chain can hold", () => {
    expect(() => parseAmount(`${2n ** 256n} ETH`, ETH)).toThrow(UnitError);
  });

  it("reads back what formatExact writes, for any decimals", () => {
    const amounts = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: 36n }), (amount, decimals) => {
        expect(parseAmount(`${formatExact(amount, decimals)} X`, { decimals, symbol: "X" })).toBe(amount);
      }),
    );
  });
});
