import type { PinRequest } from "@ballast/adapters";
import type { Keeper } from "./keeper.ts";

/** Tries for a source that is behind the primary, and how long between two. */
const LAG_RETRIES = 2;
const LAG_PAUSE_MS = 200;
/** A source further behind than this does not lower the block; it counts as lagging. */
const MAX_LAG = 3n;

/** How this keeper pins a block. */
export function pinning({ sources, deployment }: Keeper): PinRequest {
  return {
    chainId: deployment.chainId,
    sources,
    lagRetries: LAG_RETRIES,
    maxLag: MAX_LAG,
    pause: () => new Promise((resolve) => setTimeout(resolve, LAG_PAUSE_MS)),
  };
}
