import type { UnixSeconds } from "../units/brands.ts";
import { max } from "../units/order.ts";
import type { OpenWork, RecentMove } from "./openWork.ts";

/** When a move counts from: its execution, or its proposal while (or because) it never executed. */
function movedAt(move: RecentMove): UnixSeconds {
  return move.executedAt ?? move.proposedAt;
}

/** The newest move of the account, or null. */
export function lastMoveAt(work: OpenWork): UnixSeconds | null {
  return work.recent
    .map(movedAt)
    .reduce<UnixSeconds | null>((latest, at) => (latest === null ? at : max(latest, at)), null);
}
