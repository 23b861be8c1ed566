import type { PinnedResult } from "../chain/pinnedReader.ts";

/** A revert without a reason while the contract answers another call (`control`) is a function that is not there. */
export const isLacking = (result: PinnedResult, control: PinnedResult): boolean =>
  control.ok && !result.ok && result.reverted === "0x";
