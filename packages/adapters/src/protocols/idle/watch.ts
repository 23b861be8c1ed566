import type { PauseGetter, WatchedEvent } from "../../adapter.ts";

/** WETH9 has no owner, no pause and no rate: nothing to watch. */
export const events: readonly WatchedEvent[] = [];
export const pauses: readonly PauseGetter[] = [];
