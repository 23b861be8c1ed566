import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount } from "./formatAmount.ts";
import { formatDecimal, type Rounding } from "./formatDecimal.ts";
import { MINUS, NBSP } from "./signs.ts";

const eth = (rounding: Rounding, places = 2n) => ({ decimals: 18n, places, rounding });
const milli = (thousandths: bigint) => thousandths * 10n ** 15n;

describe("formatDecimal", () => {
  it.each([
    ["rounds a value down", milli(1_999n), eth("down"), "1.99"],
    ["rounds a cost up", milli(1_991n), eth("up"), "2.00"],
    ["groups thousands", milli(1_234_567_890n), eth("down"), "1,234,567.89"],
    ["pads the digits after the point", milli(5_000n), eth("down", 4n), "5.0000"],
    ["leaves the point off without places", milli(1_999n), eth("down", 0n), "1"],
    ["rounds a loss down to the larger loss", milli(-1_991n), eth("down"), `${MINUS}2.00`],
    ["rounds a loss up to the smaller loss", milli(-1_999n), eth("up"), `${MINUS}1.99`],
    ["shows zero as zero", 0n, eth("down"), "0.00"],
    ["never shows something as nothing", 1n, eth("down"), `<${NBSP}0.01`],
    ["never shows a loss as nothing", -1n, eth("up"), `>${NBSP}${MINUS}0.01`],
    ["rounds the least cost up to the last digit", 1n, eth("up"), "0.01"],
    ["shows more places than there are", 5n, { decimals: 0n, places: 2n, rounding: "down" as const }, "5.00"],
  ])("%s", (_name, value, format, text) => {
    expect(formatDecimal(value, format)).toBe(text);
  });

  it("puts a plus before a gain only where changes are shown, never before zero", () => {
    expect(formatDecimal(milli(1_000n), { ...eth("down"), sign: "changes" })).toBe("+1.00");
    expect(formatDecimal(milli(-1_000n), { ...eth("down"), sign: "changes" })).toBe(`${MINUS}1.00`);
    expect(formatDecimal(0n, { ...eth("down"), sign: "changes" })).toBe("0.00");
    expect(formatDecimal(milli(1_000n), eth("down"))).toBe("1.00");
  });

  it("differs from the exact value by less than its last digit, on the promised side", () => {
    const number = (text: string) => BigInt(text.replace(MINUS, "-").replaceAll(/[,.]/g, ""));
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (value) => {
        fc.pre(value < -100n || value > 100n);
        const down = number(formatDecimal(value, { decimals: 4n, places: 2n, rounding: "down" })) * 100n;
        const up = number(formatDecimal(value, { decimals: 4n, places: 2n, rounding: "up" })) * 100n;
        expect(down <= value && value - down < 100n && up >= value && up - value < 100n).toBe(true);
      }),
    );
  });
});

describe("formatAmount", () => {
  it("names the unit after a no-break space when asked", () => {
    expect(formatAmount({ amount: milli(250_000n), ...eth("down"), symbol: "ETH" })).toBe(`250.00${NBSP}ETH`);
    expect(formatAmount({ amount: milli(250_000n), ...eth("down") })).toBe("250.00");
  });
});
