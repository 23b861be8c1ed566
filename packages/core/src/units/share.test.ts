import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseUnits, bps } from "./quantities.ts";
import { isAboveShare, isBelowShare, portionDown, portionUp, shareDown, shareUp } from "./share.ts";

const value = fc.bigInt({ min: 0n, max: 10n ** 27n }).map(baseUnits);
const share = fc.bigInt({ min: 0n, max: 10_000n }).map(bps);

describe("shares of a whole", () => {
  it("30 % of 1,000 is 300, and a third shows as 33.33 % down and 33.34 % up", () => {
    expect(portionDown(baseUnits(1000n), bps(3000n))).toBe(300n);
    expect(shareDown(baseUnits(1n), baseUnits(3n))).toBe(3333n);
    expect(shareUp(baseUnits(1n), baseUnits(3n))).toBe(3334n);
  });

  it("the share of an empty whole is 0 and breaks no limit", () => {
    const none = baseUnits(0n);
    expect(shareDown(none, none)).toBe(0n);
    expect(shareUp(none, none)).toBe(0n);
    expect(isAboveShare(none, { max: bps(0n), of: none })).toBe(false);
    expect(isAboveShare(baseUnits(1n), { max: bps(0n), of: none })).toBe(false);
    expect(isBelowShare(none, { min: bps(10_000n), of: none })).toBe(false);
  });

  it("one unit above or below the limit is seen, however large the whole", () => {
    const of = baseUnits(10n ** 27n);
    const limit = bps(3700n);
    const at = portionDown(of, limit);
    expect(isAboveShare(at, { max: limit, of })).toBe(false);
    expect(isAboveShare(baseUnits(at + 1n), { max: limit, of })).toBe(true);
    expect(isBelowShare(at, { min: limit, of })).toBe(false);
    expect(isBelowShare(baseUnits(at - 1n), { min: limit, of })).toBe(true);
  });

  it("a portion down never breaks a maximum, a portion up never breaks a minimum", () => {
    fc.assert(
      fc.property(value, share, (of, limit) => {
        expect(isAboveShare(portionDown(of, limit), { max: limit, of })).toBe(false);
        expect(isBelowShare(portionUp(of, limit), { min: limit, of })).toBe(false);
        expect(portionUp(of, limit) - portionDown(of, limit) <= 1n).toBe(true);
      }),
    );
  });

  it("a part is never both above and below one limit", () => {
    fc.assert(
      fc.property(value, value, share, (part, of, limit) => {
        expect(isAboveShare(part, { max: limit, of }) && isBelowShare(part, { min: limit, of })).toBe(false);
      }),
    );
  });
});
