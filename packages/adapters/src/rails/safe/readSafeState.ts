import type { Address } from "@ballast/core";
import type { PinnedReader } from "../../chain/pinnedReader.ts";
import { decodeSafeState, type SafeReading } from "./decodeSafeState.ts";
import { safeStateCalls } from "./safeStateCalls.ts";

/** What the multisig itself says at the reader's block; its calls join the sweep's aggregate. Never throws. */
export async function readSafeState(reader: PinnedReader, account: Address): Promise<SafeReading> {
  const results = await reader.read(safeStateCalls(account));
  const failed = results.find((result) => !result.ok);
  if (failed !== undefined && !failed.ok)
    return { ok: false, missing: { ...failed.missing, subject: "safe" } };
  return decodeSafeState(results.map((result) => (result.ok ? result.data : "0x")));
}
