import type { Hash32 } from "@ballast/core";

/** Hash of block 0 of the built-in devnet: every first start has the same. */
export const DEVNET_GENESIS: Hash32 = `0x${"0".repeat(64)}` as Hash32;
