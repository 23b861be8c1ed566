import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExact } from "./formatExact.ts";
import { parsePercent } from "./parsePercent.ts";
import { UnitError } from "./unitError.ts";

describe("parsePercent", () => {
  it.each([
    ["40%", 4000n],
    ["40 %", 4000n],
    ["0.3%", 30n],
    ["0.01%", 1n],
    ["0%", 0n],
    ["100%", 10_000n],
    ["12.50%", 1250n],
    ["37.00\u00a0%", 3700n],
  ])("reads %j exactly", (text, bps) => {
    expect(parsePercent(text)).toBe(bps);
  });

  it.each([
    ["40", "40%"],
    ["0.4", "0.4%"],
    ["0.355%", "0.35"],
    ["forty", null],
  ])("refuses %j and suggests %j", (text, suggestion) => {
    expect(() => parsePercent(text)).toThrow(expect.objectContaining({ name: "UnitError", suggestion }));
  });

  it.each(["", "%", "-1%", "100.01%", "1e2%", "1,5%", "40%%", "40 bps"])("refuses %j", (text) => {
    expect(() => parsePercent(text)).toThrow(UnitError);
  });

  it("reads back every share", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10_000n }), (share) => {
        expect(parsePercent(`${formatExact(share, 2n)}%`)).toBe(share);
      }),
    );
  });
});
