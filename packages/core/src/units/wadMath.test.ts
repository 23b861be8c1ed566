import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wad } from "./quantities.ts";
import { UnitError } from "./unitError.ts";
import { WAD_ONE, wadDivDown, wadDivUp, wadMulDown, wadMulUp } from "./wadMath.ts";

describe("wad arithmetic", () => {
  it("multiplies by one without a change", () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        expect(wadMulDown(value, WAD_ONE)).toBe(value);
        expect(wadMulUp(value, WAD_ONE)).toBe(value);
      }),
    );
  });

  it("takes a third of ten down and up", () => {
    const third = wadDivDown(1n, 3n);
    expect(third).toBe(333_333_333_333_333_333n);
    expect(wadDivUp(1n, 3n)).toBe(third + 1n);
    expect(wadMulDown(10n, third)).toBe(3n);
    expect(wadMulUp(10n, third)).toBe(4n);
  });

  it("rounds a loss towards the larger loss when down", () => {
    expect(wadMulDown(10n, wad(-333_333_333_333_333_333n))).toBe(-4n);
    expect(wadMulUp(10n, wad(-333_333_333_333_333_333n))).toBe(-3n);
    expect(wadDivDown(-1n, 3n)).toBe(-333_333_333_333_333_334n);
  });

  it("has no ratio to nothing", () => {
    expect(() => wadDivDown(1n, 0n)).toThrow(UnitError);
    expect(() => wadDivUp(1n, 0n)).toThrow(UnitError);
  });
});
