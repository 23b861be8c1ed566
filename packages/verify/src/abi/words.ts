import { concat } from "../bytes/concat.ts";
import { fromHex } from "../bytes/fromHex.ts";
import { BytesError } from "../errors/BytesError.ts";

const WORD_LIMIT = 1n << 256n;

/**
 * An unsigned integer as one 32-byte word.
 * @throws BytesError when it does not fit
 */
export function uintWord(value: bigint, field: string): Uint8Array {
  if (value < 0n || value >= WORD_LIMIT)
    throw new BytesError({ field, problem: `${value} is not in 0 … 2^256 - 1` });
  return fromHex(`0x${value.toString(16).padStart(64, "0")}`, { field });
}

/**
 * An address as one word, zeros first.
 * @throws BytesError
 */
export function addressWord(address: string, field: string): Uint8Array {
  return concat(new Uint8Array(12), fromHex(address, { field, length: 20 }));
}

/**
 * 32 bytes as they are.
 * @throws BytesError
 */
export const bytes32Word = (hash: string, field: string): Uint8Array => fromHex(hash, { field, length: 32 });
