import type { BlockNumber, UnixSeconds } from "../units/brands.ts";
import { unixSeconds } from "../units/times.ts";
import { BLOCK_TIME } from "./blockTime.ts";
import type { BlockRef } from "./types.ts";

/** When a block comes if no slot is missed from a known block on: the earliest time for a later block, an estimate for an earlier one. */
export function expectedTime(
  block: BlockNumber,
  { after }: { readonly after: Pick<BlockRef, "number" | "timestamp"> },
): UnixSeconds {
  return unixSeconds(after.timestamp + (block - after.number) * BLOCK_TIME);
}
