import type { ProposalState } from "../proposal/types.ts";
import type { OpenProposal } from "./openWork.ts";

/** An expired proposal cannot execute any more: it does not hold the lane, it is replaced at its own nonce. */
const LIVE: readonly ProposalState[] = ["draft", "posted", "partly-signed", "ready"];

/** Whether a proposal may still execute. */
export function isLive({ state }: Pick<OpenProposal, "state">): boolean {
  return LIVE.includes(state);
}
