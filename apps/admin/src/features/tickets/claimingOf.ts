import type { Hash32, TicketId } from "@ballast/core";
import type { ProposalRow } from "@ballast/db";
import type { Judgement } from "../../queries/judgement.ts";
import { isOpen } from "../proposals/proposalStatus.ts";

/** A proposal that can still execute and claims tickets. */
export type ClaimingProposal = Pick<ProposalRow, "safeTxHash" | "nonce" | "state"> & {
  readonly claims: readonly TicketId[];
};

/** Who claims what now: proposals that were open when the keeper last decided, and the one that it then made. States are those of the rows, which are newer. */
export function claimingOf(
  { openWork, decision, tick }: Pick<Judgement, "openWork" | "decision" | "tick">,
  rows: readonly Pick<ProposalRow, "safeTxHash" | "nonce" | "state">[],
): readonly ClaimingProposal[] {
  const claims = new Map<Hash32, readonly TicketId[]>(
    (openWork?.proposals ?? []).map((proposal) => [proposal.safeTxHash, proposal.claims]),
  );
  if (decision?.outcome.kind === "propose" && tick.safeTxHash !== null) {
    const made = decision.outcome.plan.claims.map(({ ticket }) => ticket);
    claims.set(tick.safeTxHash, made);
  }
  return rows
    .filter(({ state }) => isOpen(state) && state !== "expired")
    .map(({ safeTxHash, nonce, state }) => ({
      safeTxHash,
      nonce,
      state,
      claims: claims.get(safeTxHash) ?? [],
    }));
}
