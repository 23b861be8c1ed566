import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseUnits, rawAmount, wad } from "./quantities.ts";
import { UnitError } from "./unitError.ts";
import { amountForValueDown, amountForValueUp, valueDown, valueUp } from "./value.ts";

const ETH = 10n ** 18n;
const amounts = fc.bigInt({ min: 0n, max: 10n ** 27n }).map(rawAmount);
const values = fc.bigInt({ min: 0n, max: 10n ** 27n }).map(baseUnits);
const rates = fc.bigInt({ min: 1n, max: 10n ** 24n }).map(wad);

describe("value at an accounting rate", () => {
  it("values 100 wstETH at 1.234567890123456789 as 123.45… ETH", () => {
    expect(valueDown(rawAmount(100n * ETH), wad(1_234_567_890_123_456_789n))).toBe(
      123_456_789_012_345_678_900n,
    );
  });

  it("up is at most one unit above down, and equal only when exact", () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rate) => {
        const isExact = (amount * rate) % ETH === 0n;
        expect(valueUp(amount, rate) - valueDown(amount, rate)).toBe(isExact ? 0n : 1n);
      }),
    );
  });

  it("the amount down is the largest that is worth no more", () => {
    fc.assert(
      fc.property(values, rates, (value, rate) => {
        const amount = amountForValueDown(value, rate);
        expect(amount * rate <= value * ETH && (amount + 1n) * rate > value * ETH).toBe(true);
      }),
    );
  });

  it("the amount up is the smallest that is worth no less", () => {
    fc.assert(
      fc.property(values, rates, (value, rate) => {
        const amount = amountForValueUp(value, rate);
        expect(valueUp(amount, rate) >= value).toBe(true);
        expect(amount * rate >= value * ETH && (amount - 1n) * rate < value * ETH).toBe(true);
      }),
    );
  });

  it("no amount has a value at a rate of nothing, and a negative rate gives none", () => {
    expect(() => amountForValueDown(baseUnits(1n), wad(0n))).toThrow(UnitError);
    expect(() => amountForValueUp(baseUnits(1n), wad(0n))).toThrow(UnitError);
    expect(() => valueDown(rawAmount(ETH), wad(-ETH))).toThrow(UnitError);
  });
});
