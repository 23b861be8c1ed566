import fc from "fast-check";
import type { Hex } from "viem";

/** Exactly so many bytes as lower-case hex. */
export const hexOf = (bytes: number): fc.Arbitrary<Hex> =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((array) => `0x${[...array].map((byte) => byte.toString(16).padStart(2, "0")).join("")}` as const);

/** A 256-bit word. */
export const word = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  fc.constantFrom(0n, 1n, 2n ** 255n, 2n ** 256n - 1n),
);
