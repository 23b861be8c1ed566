import { isBaseLike } from "../portfolio/settlementAsset.ts";
import type { Snapshot } from "../snapshot/types.ts";
import type { Exposed } from "./lookThrough.ts";

/** What of an account can be lost by something else than its own keys: what is held, and what waits to be claimed, without the base asset, which depends on nothing by definition. */
export function exposedOf({ positions, tickets, baseAsset }: Snapshot): Exposed[] {
  const held = positions.filter((each) => !isBaseLike(each.asset, baseAsset));
  return [...held, ...tickets]
    .filter((each) => each.value > 0n)
    .map(({ position, value }) => ({ position, value }));
}
