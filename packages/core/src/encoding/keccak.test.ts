import fc from "fast-check";
import { keccak256 } from "viem";
import { describe, expect, it } from "vitest";
import { keccak } from "./keccak.ts";

describe("keccak", () => {
  it("is Ethereum's hash of nothing, not SHA3-256's", () => {
    expect(keccak(new Uint8Array())).toBe(
      "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
    );
  });

  it("agrees with viem on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(keccak(bytes)).toBe(keccak256(bytes));
      }),
    );
  });
});
