import type { ProposalState } from "@ballast/core";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { ProposalMovedError } from "../../errors/ProposalMovedError.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { proposalEvents } from "../../schema/proposalEvents.ts";
import { type ProposalRow, proposals } from "../../schema/proposals.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { laneLeaseName } from "../leases/leaseName.ts";

export type ProposalFacts = Partial<
  Pick<ProposalRow, "postedAt" | "executedTxHash" | "executedBlock" | "executedBlockHash" | "executedAt">
>;

export type ProposalMove = {
  readonly proposal: Pick<ProposalRow, "chainId" | "account" | "safeTxHash">;
  /** The state that the caller decided from. */
  readonly from: ProposalState;
  readonly to: ProposalState;
  /** What made it move: `posted`, `signature`, `execution-success`, … */
  readonly cause: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly facts?: ProposalFacts;
  readonly lease: Lease;
};

/**
 * Moves a proposal to its next state and appends the event, in one transaction. Which moves are allowed is core's to say.
 * @throws ProposalMovedError when it is no longer in `from`
 * @throws StaleEpochError, WrongLeaseError
 */
export async function updateProposalState(db: Database, move: ProposalMove): Promise<ProposalRow> {
  const { proposal, from, to, cause, detail = null, facts = {}, lease } = move;
  const { chainId, account, safeTxHash } = proposal;
  const epoch = epochUnder(lease, laneLeaseName({ chainId, address: account }));
  return typedErrors(() =>
    db.transaction(async (transaction) => {
      const [row] = await transaction
        .update(proposals)
        .set({ ...facts, state: to, epoch })
        .where(and(eq(proposals.safeTxHash, safeTxHash), eq(proposals.state, from)))
        .returning();
      if (!row) throw new ProposalMovedError({ safeTxHash, from, to });
      const event = { chainId, account, safeTxHash, fromState: from, toState: to, cause, detail, epoch };
      await transaction.insert(proposalEvents).values(event);
      return row;
    }),
  );
}
