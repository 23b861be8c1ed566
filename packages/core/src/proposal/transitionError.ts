import type { ProposalEvent } from "./events.ts";
import type { ProposalState } from "./types.ts";

/** An event that cannot happen to a proposal in its state. Read the chain again and use proposalStateFrom. */
export class TransitionError extends Error {
  override readonly name = "TransitionError";
  readonly code: "not-allowed" | "signed" | "bad-count";
  readonly state: ProposalState;
  readonly event: ProposalEvent["kind"];

  constructor(facts: { code: TransitionError["code"]; state: ProposalState; event: ProposalEvent["kind"] }) {
    const { code, state, event } = facts;
    const because = {
      "not-allowed": `a proposal that is ${state} cannot have ${event}. Read its state from the chain again.`,
      signed: "an owner has signed it, and that signature stays valid. Reject it on chain instead.",
      "bad-count": "signatures must be at least 0 (1 for a new one) and the threshold at least 1.",
    }[code];
    super(`The event ${event} is refused: ${because}`);
    this.code = code;
    this.state = state;
    this.event = event;
  }
}
