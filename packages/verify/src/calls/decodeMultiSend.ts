import { MULTI_SEND } from "../abi/selectors.ts";
import { WordReader } from "../abi/WordReader.ts";
import { fromHex } from "../bytes/fromHex.ts";
import { toHex } from "../bytes/toHex.ts";
import type { Hex } from "../bytes/types.ts";
import { CalldataError } from "../errors/CalldataError.ts";
import type { InnerCall } from "./types.ts";

/** Selector, offset and length come before the packed calls. */
const PACKED_FROM = 68;
/** operation (1), to (20), value (32), length of data (32). */
const HEADER = 85;

/**
 * The calls packed into `multiSend(bytes)`, each byte accounted for. Every one must be a plain call.
 * @throws CalldataError, BytesError
 */
export function decodeMultiSend(data: Hex): InnerCall[] {
  const bytes = fromHex(data, { field: "data" });
  if (toHex(bytes.subarray(0, 4)) !== MULTI_SEND) {
    throw new CalldataError({
      byte: 0,
      problem: `the selector is ${toHex(bytes.subarray(0, 4))}, not multiSend's`,
    });
  }
  const reader = new WordReader(bytes);
  reader.fixed("offset of transactions", 32n);
  const packed = reader.bytes("transactions");
  reader.end();
  const calls: InnerCall[] = [];
  for (let at = 0; at < packed.length; ) {
    const call = readPacked(packed, at);
    calls.push(call);
    at += HEADER + (call.data.length - 2) / 2;
  }
  return calls;
}

function readPacked(packed: Uint8Array, at: number): InnerCall {
  const refuse = (offset: number, problem: string): never => {
    throw new CalldataError({ byte: PACKED_FROM + at + offset, problem });
  };
  if (packed.length - at < HEADER) refuse(0, "a packed call is cut short");
  const operation = packed[at];
  if (operation !== 0)
    refuse(0, `a packed call has operation ${operation}; only 0, a plain call, is allowed`);
  const length = BigInt(toHex(packed.subarray(at + 53, at + HEADER)));
  if (length > BigInt(packed.length - at - HEADER))
    refuse(53, `a packed call claims ${length} bytes of data, more than follow`);
  return {
    to: toHex(packed.subarray(at + 1, at + 21)),
    value: BigInt(toHex(packed.subarray(at + 21, at + 53))),
    data: toHex(packed.subarray(at + HEADER, at + HEADER + Number(length))),
  };
}
