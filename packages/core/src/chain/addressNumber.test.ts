import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UnitError } from "../units/unitError.ts";
import { addressNumber, isAddressNumber, numberedAddress } from "./addressNumber.ts";

describe("numberedAddress", () => {
  test.each([
    ["zero is the zero address", 0n, `0x${"0".repeat(40)}`],
    ["a small number has leading zeros", 0xe16e4n, `0x${"0".repeat(35)}e16e4`],
    ["the largest is all ones", 2n ** 160n - 1n, `0x${"f".repeat(40)}`],
  ])("%s", (_name, value, text) => {
    expect(numberedAddress(value)).toBe(text);
  });

  test("the number comes back from the address", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 160n - 1n }), (value) => {
        expect(BigInt(numberedAddress(value))).toBe(addressNumber(value));
      }),
    );
  });
});

describe("addressNumber", () => {
  test.each([-1n, 2n ** 160n])("%s is no address", (value) => {
    expect(isAddressNumber(value)).toBe(false);
    expect(() => addressNumber(value)).toThrow(UnitError);
    expect(() => numberedAddress(value)).toThrow(UnitError);
  });
});
