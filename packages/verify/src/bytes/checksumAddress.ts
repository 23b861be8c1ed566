import { utf8ToBytes } from "@noble/hashes/utils.js";
import { fromHex } from "./fromHex.ts";
import { keccak } from "./keccak.ts";
import { toHex } from "./toHex.ts";
import type { Address, Hex } from "./types.ts";

/**
 * An address as it is shown: EIP-55 mixed case. Takes any case.
 * @throws BytesError when it is not 20 bytes
 */
export function checksumAddress(address: Address): Hex {
  const digits = toHex(fromHex(address, { field: "address", length: 20 })).slice(2);
  const hash = keccak(utf8ToBytes(digits)).slice(2);
  const cased = [...digits].map((digit, i) =>
    Number.parseInt(hash[i] ?? "0", 16) >= 8 ? digit.toUpperCase() : digit,
  );
  return `0x${cased.join("")}`;
}
