import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mulDivDown, mulDivUp } from "./mulDiv.ts";
import { UnitError } from "./unitError.ts";

const integer = fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n });
const divisor = fc.bigInt({ min: 1n, max: 2n ** 128n });

describe("mulDiv", () => {
  it.each([
    [7n, 1n, 2n, 3n, 4n],
    [8n, 1n, 2n, 4n, 4n],
    [-7n, 1n, 2n, -4n, -3n],
    [-8n, 1n, 2n, -4n, -4n],
    [0n, 5n, 3n, 0n, 0n],
  ])("%d × %d ÷ %d is %d down and %d up", (value, times, over, down, up) => {
    expect(mulDivDown(value, { times, over })).toBe(down);
    expect(mulDivUp(value, { times, over })).toBe(up);
  });

  it("brackets the exact result by less than one unit", () => {
    fc.assert(
      fc.property(integer, integer, divisor, (value, times, over) => {
        const down = mulDivDown(value, { times, over });
        const up = mulDivUp(value, { times, over });
        expect(down * over <= value * times && value * times < (down + 1n) * over).toBe(true);
        expect(up * over >= value * times && value * times > (up - 1n) * over).toBe(true);
      }),
    );
  });

  it.each([0n, -1n])("refuses to divide by %d", (over) => {
    expect(() => mulDivDown(1n, { times: 1n, over })).toThrow(UnitError);
    expect(() => mulDivUp(1n, { times: 1n, over })).toThrow(UnitError);
  });
});
