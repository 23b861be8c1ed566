import { keccak_256 } from "@noble/hashes/sha3.js";
import { toHex } from "./toHex.ts";
import type { Hash32 } from "./types.ts";

/** Ethereum's keccak256. */
export const keccak = (bytes: Uint8Array): Hash32 => toHex(keccak_256(bytes));
