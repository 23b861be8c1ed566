import type { Hash32 } from "../chain/types.ts";
import { contentId } from "../encoding/contentId.ts";
import type { Snapshot } from "./types.ts";

/** The content id of a snapshot. */
export function snapshotId(snapshot: Snapshot): Hash32 {
  return contentId("snapshot", snapshot);
}
