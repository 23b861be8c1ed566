import { quoted } from "../units/quoted.ts";
import { UnitError } from "../units/unitError.ts";
import type { Hash32, Hex } from "./types.ts";

const HEX = /^0x(?:[0-9a-f]{2})*$/;

/** Bytes as text: 0x and an even number of hex digits, lower-cased. @throws UnitError */
export function hex(text: string): Hex {
  const lower = typeof text === "string" ? text.toLowerCase() : "";
  if (!HEX.test(lower)) {
    throw new UnitError({
      unit: "hex text",
      value: quoted(text),
      limit: "0x and an even number of hex digits",
    });
  }
  return lower as Hex;
}

/** 32 bytes, lower-cased. @throws UnitError */
export function hash32(text: string): Hash32 {
  const value = hex(text);
  if (value.length !== 66) {
    throw new UnitError({ unit: "hash", value: quoted(value), limit: "32 bytes: 0x and 64 hex digits" });
  }
  return value;
}

/** 32 zero bytes: `previousHash` of a first policy. */
export const ZERO_HASH = `0x${"0".repeat(64)}` as Hash32;
