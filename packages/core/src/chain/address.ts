import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { quoted } from "../units/quoted.ts";
import { UnitError } from "../units/unitError.ts";
import type { Address } from "./types.ts";

/** The zero address. */
export const ZERO_ADDRESS = `0x${"0".repeat(40)}` as Address;

/** Mixed-case form that carries a checksum, as EIP-55 says. Only to show and to copy. */
export function checksumAddress(address: Address): string {
  const digits = address.slice(2);
  const hash = bytesToHex(keccak_256(utf8ToBytes(digits)));
  const cased = [...digits].map((digit, i) => ((hash[i] ?? "0") >= "8" ? digit.toUpperCase() : digit));
  return `0x${cased.join("")}`;
}

/**
 * An address as a person or another program wrote it, lower-cased. All lower or all upper case is taken as it is;
 * mixed case must be the EIP-55 checksum, so a mistyped digit is caught.
 * @throws UnitError
 */
export function address(text: string): Address {
  const unit = "address";
  const shown = quoted(text);
  if (typeof text !== "string" || !/^0x[0-9a-fA-F]{40}$/.test(text)) {
    throw new UnitError({ unit, value: shown, limit: "0x and 40 hex digits" });
  }
  const lower = text.toLowerCase() as Address;
  const isMixed = text.slice(2) !== lower.slice(2) && text.slice(2) !== lower.slice(2).toUpperCase();
  if (isMixed && text !== checksumAddress(lower)) {
    throw new UnitError({
      unit,
      value: shown,
      limit: "all lower case, or with its EIP-55 checksum: a digit is mistyped",
    });
  }
  return lower;
}
