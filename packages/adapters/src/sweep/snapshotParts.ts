import type { Snapshot } from "@ballast/core";

/** All that was read for one account at the block, for core's buildSnapshot, which sorts and checks it. */
export type SnapshotParts = Omit<Snapshot, "schema">;
