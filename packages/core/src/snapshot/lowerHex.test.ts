import { describe, expect, it } from "vitest";
import { lowerHex } from "./lowerHex.ts";

describe("lowerHex", () => {
  it("lower-cases hex text wherever it stands", () => {
    expect(lowerHex({ a: "0xAB", b: ["0xCd", { c: "0x" }] })).toEqual({
      a: "0xab",
      b: ["0xcd", { c: "0x" }],
    });
  });

  it.each([["wstETH"], ["0xZZ"], ["0x12 AB"], ["pre 0xAB"], [12n], [null], [true]])(
    "leaves %s as it is",
    (value) => {
      expect(lowerHex({ value })).toEqual({ value });
    },
  );

  it("changes nothing in the document that it was given", () => {
    const given = Object.freeze({ a: "0xAB" });
    lowerHex(given);
    expect(given.a).toBe("0xAB");
  });
});
