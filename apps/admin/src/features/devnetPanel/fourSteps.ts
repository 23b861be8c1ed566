import type { ProposalState } from "@ballast/core";

/** The newest request for the yield shift, as far as it got. Times are Unix seconds. */
export type ShiftFacts = {
  readonly state: "queued" | "running" | "done" | "failed";
  readonly finishedAt: number | null;
  readonly error: string | null;
};

export type FirstProposalFacts = {
  readonly state: ProposalState;
  readonly signed: number;
  readonly threshold: number;
  /** The keeper's next evaluation after the execution ended in `held`. */
  readonly heldAfter: boolean;
};

export type StepState = "done" | "now" | "later";

export type FourSteps = {
  readonly shift: StepState;
  readonly proposal: StepState;
  readonly first: StepState;
  readonly second: StepState;
  /** What the step that is on waits for. */
  readonly waitsFor:
    | "shift"
    | "devnet"
    | "proposal"
    | "first-signature"
    | "second-signature"
    | "execution"
    | "hold"
    | "nothing";
  /** Unix seconds by which the proposal should be there; null when that is not running. */
  readonly proposalDue: number | null;
};

/** From the end of the scenario to the proposal, at most. */
const PROPOSAL_SECONDS = 60;

/** The four steps of the first visit, ticked off by what really happened: a request row, a proposal row, its signatures, its state. */
export function fourSteps(facts: {
  shift: ShiftFacts | null;
  proposal: FirstProposalFacts | null;
}): FourSteps {
  const { shift, proposal } = facts;
  if (proposal !== null) return withProposal(proposal);
  const later = { proposal: "later", first: "later", second: "later", proposalDue: null } as const;
  if (shift === null || shift.state === "failed") return { ...later, shift: "now", waitsFor: "shift" };
  if (shift.state !== "done" || shift.finishedAt === null)
    return { ...later, shift: "now", waitsFor: "devnet" };
  return {
    ...later,
    shift: "done",
    proposal: "now",
    waitsFor: "proposal",
    proposalDue: shift.finishedAt + PROPOSAL_SECONDS,
  };
}

function withProposal({ state, signed, threshold, heldAfter }: FirstProposalFacts): FourSteps {
  const begun = { shift: "done", proposal: "done", proposalDue: null } as const;
  if (state === "executed") {
    return { ...begun, first: "done", second: "done", waitsFor: heldAfter ? "nothing" : "hold" };
  }
  if (signed === 0) return { ...begun, first: "now", second: "later", waitsFor: "first-signature" };
  const waitsFor = signed < threshold ? "second-signature" : "execution";
  return { ...begun, first: "done", second: "now", waitsFor };
}
