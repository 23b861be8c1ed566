import type { TicketLife } from "@ballast/core";
import type { ClaimingProposal } from "./claimingOf.ts";

/** What happens next with a ticket, in one sentence, and where to do it: the proposal that claims it, when one is open. */
export function ticketNext(
  { state, claimedBy, figures, stoppedBy }: TicketLife,
  { proposal, base }: { readonly proposal: ClaimingProposal | null; readonly base: string },
): { readonly next: string; readonly href: string | null } {
  if (state === "claim-proposed" && proposal !== null) {
    const act = proposal.state === "ready" ? "Execute" : "Sign";
    return { next: `${act} proposal ${proposal.nonce}`, href: `${base}/proposals/${proposal.safeTxHash}` };
  }
  return { next: SENTENCES[state]({ claimedBy, figures, stoppedBy }), href: null };
}

type Known = Pick<TicketLife, "claimedBy" | "figures" | "stoppedBy">;

const SENTENCES: Readonly<Record<TicketLife["state"], (known: Known) => string>> = {
  requested: () => "Its state was not read yet",
  waiting: () => "Nothing to do until then",
  claimable: ({ stoppedBy }) =>
    stoppedBy.length === 0 ? "The keeper proposes a claim" : "No claim is proposed while that lasts",
  "claim-proposed": () => "A proposal claims it",
  claimed: ({ figures }) =>
    figures.some(({ difference }) => difference !== null && difference !== 0n)
      ? "Paid, but not what was due"
      : "Paid; not compared with what was due",
  reconciled: ({ claimedBy }) =>
    claimedBy === "stranger" ? "Paid what was due; somebody else claimed it" : "Paid what was due",
  lost: () => "Nothing will be paid",
  "pays-nothing": () => "All of it was lost while it waited; there is nothing to claim",
};
