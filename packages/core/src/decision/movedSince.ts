import type { BaseUnits, UnixSeconds } from "../units/brands.ts";
import { sumValues } from "../units/order.ts";
import { isLive } from "./isLive.ts";
import type { OpenWork } from "./openWork.ts";

/**
 * Turnover of moves that were executed at a time or later, and of those that may still be. What can no longer execute moved nothing. A move stamped later than the
 * block (a reorg can do that) counts.
 */
export function movedSince({ recent }: OpenWork, since: UnixSeconds): BaseUnits {
  const counted = recent.filter(({ executedAt, state }) =>
    executedAt === null ? isLive({ state }) : executedAt > since,
  );
  return sumValues(counted.map(({ turnover }) => turnover));
}
