import type { Hash32 } from "@ballast/core";

/** Hash of block 0 of the built-in devnet: every first start has the same. */
export const DEVNET_GENESIS: Hash32 = "0x5d28a69eb24f7a4956226a932fcc12a47c69200539c7728cf4efeac535fbfe54";
