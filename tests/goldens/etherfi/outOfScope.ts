import type { RecordedStep } from "./recordedStep.ts";

/** Why the priority queue's own steps are not replayed. */
const PRIORITY_QUEUE =
  "the priority queue is not on the devnet: it takes whitelisted accounts only, and ether.fi's operator fulfils it";
const RATE_LIMITER =
  "eETH's limits on minting and burning are not on the devnet: they are set so high that a holder does not meet them";
/** Errors of EtherFiRateLimiter.sol. */
const RATE_LIMITER_ERRORS = ["LimitExceeded", "UnknownLimit", "InvalidConsumer", "OnlyToken"];

/** Why the contract that decides on a step is not on the devnet; undefined when it is. */
export function outOfScope({ action, reverted }: RecordedStep): string | undefined {
  if (action.startsWith("PriorityWithdrawalQueue.")) return PRIORITY_QUEUE;
  return RATE_LIMITER_ERRORS.includes(String(reverted)) ? RATE_LIMITER : undefined;
}
