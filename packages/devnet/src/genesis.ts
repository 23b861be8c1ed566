import type { Hex } from "viem";

/** The timestamp of every devnet's genesis block: 2026-01-01T00:00:00Z. */
export const genesisTimestamp = 1_767_225_600;

/** Every devnet's genesis block; it follows from the timestamp and the flags with which anvil starts. */
export const genesisHash: Hex = "0x5d28a69eb24f7a4956226a932fcc12a47c69200539c7728cf4efeac535fbfe54";
