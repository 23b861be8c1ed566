import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Hash32 } from "../chain/types.ts";

/** Ethereum's keccak256 of bytes. */
export function keccak(bytes: Uint8Array): Hash32 {
  return `0x${bytesToHex(keccak_256(bytes))}` as Hash32;
}
