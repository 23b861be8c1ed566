import type { Hash32 } from "../../chain/types.ts";
import type { Plan } from "../../plan/types.ts";
import type { ProposalState } from "../../proposal/types.ts";
import type { TicketReading } from "../../ticket/ticketReading.ts";
import type { BaseUnits, Bps, PositionId, RawAmount, UnixSeconds } from "../../units/brands.ts";
import { mulDivDown } from "../../units/mulDiv.ts";
import { rawAmount } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";

/** A withdrawal under way; `dueAt` is when the tape's queue pays it. */
export type SimulatedTicket = { readonly reading: TicketReading; readonly dueAt: UnixSeconds };

/** One proposal of the run, through its life. */
export type SimulatedProposal = {
  /** Stands for the hash of a Safe transaction: a content id of the decision and nonce, since no transaction is built. */
  readonly id: Hash32;
  readonly decisionId: Hash32;
  readonly nonce: bigint;
  readonly plan: Plan;
  readonly proposedAt: UnixSeconds;
  /** When enough owners have signed. */
  readonly signedAt: UnixSeconds;
  readonly state: ProposalState;
  /** When it executed or ended. */
  readonly endedAt: UnixSeconds | null;
  /** Why it did not execute when it was last tried. */
  readonly failure: string | null;
  /** What it took: accounting value given up by its trades, and gas; null until it executes. */
  readonly paid: { readonly trading: bigint; readonly gas: BaseUnits } | null;
};

/** The account of a run. Changed in place. */
export type SimulatedAccount = {
  readonly holdings: Map<PositionId, RawAmount>;
  tickets: readonly SimulatedTicket[];
  proposals: readonly SimulatedProposal[];
  nonce: bigint;
  /** Gas that executing owners have paid, from outside the account. */
  gasPaid: bigint;
};

/** What is left of an amount after a share was taken, rounded down. */
export function afterSlashDown(amount: RawAmount, share: Bps): RawAmount {
  return rawAmount(mulDivDown(amount, { times: BPS_ONE - share, over: BPS_ONE }));
}

/** Takes a share of what is held in a position and of what still waits in its queue. */
export function slash(
  account: SimulatedAccount,
  { position, share, now }: { readonly position: PositionId; readonly share: Bps; readonly now: UnixSeconds },
): void {
  const held = account.holdings.get(position);
  if (held !== undefined) account.holdings.set(position, afterSlashDown(held, share));
  account.tickets = account.tickets.map((ticket) => {
    if (ticket.reading.position !== position || ticket.dueAt <= now) return ticket;
    const pays = ticket.reading.pays.map((each) => ({
      ...each,
      payout: afterSlashDown(each.payout, share),
    }));
    return { ...ticket, reading: { ...ticket.reading, pays } };
  });
}
