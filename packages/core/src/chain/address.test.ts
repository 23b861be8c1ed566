import fc from "fast-check";
import { getAddress } from "viem";
import { describe, expect, it } from "vitest";
import { UnitError } from "../units/unitError.ts";
import { address, checksumAddress } from "./address.ts";
import { hash32, hex } from "./hex.ts";
import type { Address } from "./types.ts";

const LOWER = "0xd8da6bf26964af9d7eed9e03e53415d37aa96045";
const CHECKSUMMED = "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045";
const bytes20 = fc.uint8Array({ minLength: 20, maxLength: 20 });
const toHex = (bytes: Uint8Array) => `0x${[...bytes].map((b) => b.toString(16).padStart(2, "0")).join("")}`;

describe("address", () => {
  it.each([
    ["lower case", LOWER],
    ["a right checksum", CHECKSUMMED],
    ["upper case", `0x${LOWER.slice(2).toUpperCase()}`],
  ])("takes %s and lower-cases it", (_name, text) => {
    expect(address(text)).toBe(LOWER);
  });

  it.each([
    ["a mistyped digit in mixed case", CHECKSUMMED.replace("D37a", "D38a")],
    ["a wrong checksum", CHECKSUMMED.replace("dA", "Da")],
    ["too short", LOWER.slice(0, -1)],
    ["too long", `${LOWER}0`],
    ["no 0x", LOWER.slice(2)],
    ["an ICAP or name", "vitalik.eth"],
    ["nothing", ""],
    ["no text", 12n as unknown as string],
  ])("refuses %s", (_name, text) => {
    expect(() => address(text)).toThrow(UnitError);
  });

  it("checksums as viem does, and reads its own checksums back", () => {
    fc.assert(
      fc.property(bytes20.map(toHex), (text) => {
        const shown = checksumAddress(text as Address);
        expect(shown).toBe(getAddress(text));
        expect(address(shown)).toBe(text);
      }),
    );
  });
});

describe("hex", () => {
  it("lower-cases bytes and hashes", () => {
    expect(hex("0xAB")).toBe("0xab");
    expect(hex("0x")).toBe("0x");
    expect(hash32(`0x${"AB".repeat(32)}`)).toBe(`0x${"ab".repeat(32)}`);
  });

  it.each([
    ["half a byte", () => hex("0xabc")],
    ["no prefix", () => hex("ab")],
    ["other letters", () => hex("0xzz")],
    ["no text", () => hex(undefined as unknown as string)],
    ["a hash of 31 bytes", () => hash32(`0x${"ab".repeat(31)}`)],
    ["a hash of 33 bytes", () => hash32(`0x${"ab".repeat(33)}`)],
  ])("refuses %s", (_name, make) => {
    expect(make).toThrow(UnitError);
  });
});
