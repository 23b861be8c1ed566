import type { PlanParts, RequestOrder } from "./types.ts";

/** The deadline check. */
const CALLS_PER_BATCH = 1n;
/** An approval and a swap. */
const CALLS_PER_ACTION = 2n;

/** EigenLayer takes no token; ether.fi takes one approval and a call for each request, Lido one approval and one call for all. */
function requestCalls(order: RequestOrder): bigint {
  switch (order.kind) {
    case "eigenlayer-queue":
    case "eigenlayer-undelegate":
      return 1n;
    case "etherfi-queue":
      return 1n + BigInt(order.amounts.length);
    case "lido-queue":
      return 2n;
  }
}

/** Inner calls of a batch, exactly: the deadline check, one for each venue that has claims, two for each trade, and those of the requests. */
export function callCount({ claims, actions, requests }: PlanParts): bigint {
  const venues = BigInt(new Set(claims.map(({ venue }) => venue)).size);
  const asked = requests.reduce((sum, { order }) => sum + requestCalls(order), 0n);
  return CALLS_PER_BATCH + venues + CALLS_PER_ACTION * BigInt(actions.length) + asked;
}
