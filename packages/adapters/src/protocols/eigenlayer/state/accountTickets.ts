import type { Missing, TicketReading } from "@ballast/core";
import type { DatedWithdrawal } from "../reading/datedWithdrawal.ts";
import type { AccountReading } from "../reading/readAccount.ts";
import type { TicketFacts } from "./ticketFacts.ts";
import { ticketOf } from "./ticketOf.ts";

/**
 * A ticket for each queued withdrawal, or that it is missing. Withdrawals that were queued before EigenLayer's slashing release are
 * not in the contract's list and stay unknown. The list itself missing is missing of the venue: nobody can say what is in it.
 */
export function accountTickets(
  { queued }: Pick<AccountReading, "queued">,
  { withdrawals, ...facts }: TicketFacts & { readonly withdrawals: readonly DatedWithdrawal[] },
): { readonly tickets: readonly TicketReading[]; readonly missing: readonly Missing[] } {
  if (!queued.ok) return { tickets: [], missing: [queued.missing] };
  const reads = withdrawals.map((withdrawal) => ticketOf(withdrawal, facts));
  return {
    tickets: reads.flatMap((read) => (read.ok ? [read.ticket] : [])),
    missing: reads.flatMap((read) => (read.ok ? [] : [read.missing])),
  };
}
