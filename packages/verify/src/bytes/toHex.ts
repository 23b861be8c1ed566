import { bytesToHex } from "@noble/hashes/utils.js";
import type { Hex } from "./types.ts";

/** Bytes as lower-case hex with 0x. */
export const toHex = (bytes: Uint8Array): Hex => `0x${bytesToHex(bytes)}`;
