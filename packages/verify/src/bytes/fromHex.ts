import { hexToBytes } from "@noble/hashes/utils.js";
import { BytesError } from "../errors/BytesError.ts";

/**
 * The bytes behind `0x…`, of either case; exactly `length` of them where it is given.
 * @throws BytesError naming `field`
 */
export function fromHex(text: string, { field, length }: { field: string; length?: number }): Uint8Array {
  if (!/^0x([0-9a-fA-F]{2})*$/.test(text)) {
    throw new BytesError({
      field,
      problem: `${JSON.stringify(text.slice(0, 80))} is not 0x and an even number of hex digits`,
    });
  }
  const bytes = hexToBytes(text.slice(2));
  if (length !== undefined && bytes.length !== length) {
    throw new BytesError({ field, problem: `${bytes.length} bytes, not ${length}` });
  }
  return bytes;
}
