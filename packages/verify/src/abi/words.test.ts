import fc from "fast-check";
import { encodeAbiParameters } from "viem";
import { expect, test } from "vitest";
import { hexOf, word } from "../../test/hexOf.ts";
import { toHex } from "../bytes/toHex.ts";
import { BytesError } from "../errors/BytesError.ts";
import { addressWord, bytes32Word, uintWord } from "./words.ts";

test("words are those of the standard encoding", () => {
  fc.assert(
    fc.property(word, hexOf(20), hexOf(32), (value, address, hash) => {
      const types = [{ type: "uint256" }, { type: "address" }, { type: "bytes32" }] as const;
      const own = [uintWord(value, "v"), addressWord(address, "a"), bytes32Word(hash, "h")];
      const together = `0x${own.map((bytes) => toHex(bytes).slice(2)).join("")}`;
      expect(together).toBe(encodeAbiParameters(types, [value, address, hash]));
    }),
  );
});

test.each([-1n, 2n ** 256n])("%s fits no word", (value) => {
  expect(() => uintWord(value, "nonce")).toThrow(BytesError);
  expect(() => uintWord(value, "nonce")).toThrow(/^nonce: /);
});

test("an address has 20 bytes, a hash 32", () => {
  expect(() => addressWord(`0x${"0".repeat(64)}`, "to")).toThrow("to: 32 bytes, not 20.");
  expect(() => bytes32Word(`0x${"0".repeat(40)}`, "policyHash")).toThrow("policyHash: 20 bytes, not 32.");
});
