import type { Address, Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** One entry of a batch as its bytes say it, the operation included. */
export type BatchEntry = {
  readonly operation: bigint;
  readonly to: Address;
  readonly value: bigint;
  readonly data: Hex;
};

/** `multiSend(bytes)`. */
const SELECTOR: Hex = "0x8d80ff0a";
const WORD = 32;

/** Offset, length and padding of the one `bytes` argument, exactly as the ABI lays them out. */
function packedEntries(data: Hex): Hex {
  const reader = new ByteReader(data, "multiSend(bytes)");
  reader.expect(SELECTOR);
  if (reader.uint(WORD) !== BigInt(WORD)) reader.fail("the argument must start right after its offset");
  const length = reader.uint(WORD);
  if (length > BigInt(reader.remaining)) reader.fail(`length ${length} beyond the end of the data`);
  const packed = reader.bytes(Number(length));
  reader.zeros((WORD - (Number(length) % WORD)) % WORD);
  reader.end();
  return packed;
}

/**
 * The entries of a `multiSend(bytes)` call (safe-smart-account contracts/libraries/MultiSendCallOnly.sol):
 * operation 1 byte, target 20, value 32, data length 32, data. Strict: any byte too many, too few or out of
 * place is refused.
 * @throws MalformedDataError
 */
export function decodeMultiSend(data: Hex): readonly BatchEntry[] {
  const reader = new ByteReader(packedEntries(data), "multiSend entries");
  const entries: BatchEntry[] = [];
  while (reader.remaining > 0) {
    const operation = reader.uint(1);
    const to = reader.address();
    const value = reader.uint(WORD);
    const length = reader.uint(WORD);
    if (length > BigInt(reader.remaining)) reader.fail(`data length ${length} beyond the end of the entries`);
    entries.push({ operation, to, value, data: reader.bytes(Number(length)) });
  }
  return entries;
}
