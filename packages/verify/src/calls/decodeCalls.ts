import type { Hex } from "../bytes/types.ts";
import { decodeCall } from "./decodeCall.ts";
import { decodeMultiSend } from "./decodeMultiSend.ts";
import type { DecodedCall } from "./types.ts";

/**
 * The calls of a MultiSend batch, each with its function and named arguments.
 * @throws CalldataError when the data is not exactly a batch of plain calls; BytesError when it is not hex
 */
export function decodeCalls(data: Hex): DecodedCall[] {
  return decodeMultiSend(data).map(decodeCall);
}
