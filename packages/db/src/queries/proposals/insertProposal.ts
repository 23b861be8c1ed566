import { eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { proposalEvents } from "../../schema/proposalEvents.ts";
import { type ProposalRow, proposals } from "../../schema/proposals.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { laneLeaseName } from "../leases/leaseName.ts";

export type NewProposal = Omit<typeof proposals.$inferInsert, "epoch" | "createdAt">;

export type ProposalInserted = { readonly proposal: ProposalRow; readonly inserted: boolean };

type Insertion = { readonly proposal: NewProposal; readonly cause: string; readonly lease: Lease };

/**
 * Stores a proposal and its first event. One that is there already is given back as it is: the hash says that it is the
 * same transaction.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function insertProposal(
  db: Database,
  { proposal, cause, lease }: Insertion,
): Promise<ProposalInserted> {
  const { chainId, account, safeTxHash, state } = proposal;
  const epoch = epochUnder(lease, laneLeaseName({ chainId, address: account }));
  return typedErrors(() =>
    db.transaction(async (transaction) => {
      const [inserted] = await transaction
        .insert(proposals)
        .values({ ...proposal, epoch })
        .onConflictDoNothing()
        .returning();
      if (inserted) {
        const event = { chainId, account, safeTxHash, fromState: null, toState: state, cause, epoch };
        await transaction.insert(proposalEvents).values(event);
        return { proposal: inserted, inserted: true };
      }
      const [existing] = await transaction
        .select()
        .from(proposals)
        .where(eq(proposals.safeTxHash, safeTxHash));
      if (!existing) throw new Error(`proposal ${safeTxHash} is neither new nor there`);
      return { proposal: existing, inserted: false };
    }),
  );
}
