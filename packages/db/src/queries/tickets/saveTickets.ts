import { type BlockNumber, encodeCanonical, type TicketId } from "@ballast/core";
import { sql } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { tickets } from "../../schema/tickets.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { type AccountKey, laneLeaseName } from "../leases/leaseName.ts";

/** Where one ticket stands; `state` is also a field of the whole. */
export type StandingTicket = { readonly ticket: TicketId; readonly state: string };

/**
 * Stores where an account's tickets stand at a block, each in place of what was stored of it before.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function saveTickets(
  db: Database,
  standing: {
    readonly account: AccountKey;
    readonly asOfBlock: BlockNumber;
    readonly lives: readonly StandingTicket[];
    readonly lease: Lease;
  },
): Promise<void> {
  const { account, asOfBlock, lives, lease } = standing;
  const epoch = epochUnder(lease, laneLeaseName(account));
  if (lives.length === 0) return;
  const rows = lives.map((life) => ({
    chainId: account.chainId,
    account: account.address,
    epoch,
    ticket: life.ticket,
    state: life.state,
    life: encodeCanonical(life),
    asOfBlock,
  }));
  const set = { state: sql`excluded.state`, life: sql`excluded.life`, asOfBlock, epoch };
  await typedErrors(() =>
    db
      .insert(tickets)
      .values(rows)
      .onConflictDoUpdate({ target: [tickets.chainId, tickets.account, tickets.ticket], set }),
  );
}
