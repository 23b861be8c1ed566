import { expect, test } from "vitest";
import { concat } from "./concat.ts";
import { keccak } from "./keccak.ts";

/** Ethereum's hash of nothing, not that of the later SHA-3 standard. */
test("the hash of nothing is Ethereum's", () => {
  expect(keccak(new Uint8Array())).toBe("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
});

test("parts hash as they stand one after another", () => {
  const [a, b] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
  expect(keccak(concat(a, b))).toBe(keccak(Uint8Array.of(1, 2, 3)));
  expect(concat()).toHaveLength(0);
});
