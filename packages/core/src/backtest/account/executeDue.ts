import { isLive } from "../../decision/isLive.ts";
import { gasCost, gasUnits } from "../../plan/gasEstimate.ts";
import { accountValue } from "../../snapshot/accountValue.ts";
import type { GasReading, Snapshot } from "../../snapshot/types.ts";
import type { TicketReading } from "../../ticket/ticketReading.ts";
import type { TicketId, UnixSeconds } from "../../units/brands.ts";
import { ascending } from "../../units/order.ts";
import { later } from "../../units/times.ts";
import type { SimulatedAccount, SimulatedProposal, SimulatedTicket } from "./account.ts";
import { executePlan } from "./executePlan.ts";

const PLANNED = /:planned\d+$/;

/** A planned ticket as the protocol would number it. */
function numbered(reading: TicketReading, count: number): TicketReading {
  const id = BigInt(count);
  const ticket = `${reading.venue}:${id}` as TicketId;
  const { claim } = reading;
  if (claim.kind === "eigenlayer-withdrawal")
    return { ...reading, ticket, claim: { ...claim, withdrawal: { ...claim.withdrawal, nonce: id } } };
  return { ...reading, ticket, claim: { ...claim, requestId: id } };
}

/** Tickets of earlier requests keep the time at which they are due; each new one is due after its queue's delay. */
function ticketsAfter(
  account: SimulatedAccount,
  { after, proposal }: { readonly after: Snapshot; readonly proposal: SimulatedProposal },
): readonly SimulatedTicket[] {
  const kept = account.tickets.filter(({ reading }) =>
    after.tickets.some(({ ticket }) => ticket === reading.ticket),
  );
  const made = after.tickets.filter(({ ticket }) => PLANNED.test(ticket));
  const first = Number(proposal.nonce) * 100;
  return [
    ...kept,
    ...made.map((reading, index): SimulatedTicket => {
      const delay = after.exits.find(({ position }) => position === reading.position)?.delay;
      const { timestamp } = after.block;
      const dueAt = delay === undefined || delay === null ? timestamp : later(timestamp, delay);
      return { reading: numbered(reading, first + index), dueAt };
    }),
  ];
}

function ended(
  account: SimulatedAccount,
  { proposal, changes }: { proposal: SimulatedProposal; changes: Partial<SimulatedProposal> },
): void {
  account.proposals = account.proposals.map((each) =>
    each.id === proposal.id ? { ...each, ...changes } : each,
  );
}

/** What else was queued at a used nonce can never execute. */
function replaceAt(account: SimulatedAccount, { nonce, now }: { nonce: bigint; now: UnixSeconds }): void {
  account.proposals = account.proposals.map((each) =>
    isLive(each) && each.nonce === nonce ? { ...each, state: "replaced", endedAt: now } : each,
  );
}

type Try = {
  readonly proposal: SimulatedProposal;
  readonly snapshot: Snapshot;
  readonly gas: GasReading;
};

function execute(account: SimulatedAccount, { proposal, snapshot, gas }: Try): void {
  const now = snapshot.block.timestamp;
  const done = executePlan(snapshot, proposal.plan);
  if (!done.ok) {
    ended(account, { proposal, changes: { failure: done.because } });
    return;
  }
  const { after } = done;
  const paid = {
    trading: accountValue(snapshot).value - accountValue(after).value,
    gas: gasCost(gasUnits(proposal.plan), gas),
  };
  account.tickets = ticketsAfter(account, { after, proposal });
  for (const { position, amount } of after.positions) account.holdings.set(position, amount);
  account.gasPaid += paid.gas;
  ended(account, { proposal, changes: { state: "executed", endedAt: now, failure: null, paid } });
  replaceAt(account, { nonce: account.nonce, now });
  account.nonce += 1n;
}

/** Owners reject what has expired, so that its nonce does not block what is queued behind it. */
function rejectExpired(account: SimulatedAccount, now: UnixSeconds): void {
  for (const proposal of account.proposals.filter(isLive)) {
    if (now <= proposal.plan.deadline) continue;
    ended(account, { proposal, changes: { state: "rejected", endedAt: now } });
    const isAlone = !account.proposals.some((each) => isLive(each) && each.nonce === proposal.nonce);
    if (proposal.nonce === account.nonce && isAlone) account.nonce += 1n;
  }
}

/** The one whose turn it is: signed by now, at the account's nonce; of two, the emergency. */
function nextUp(
  { proposals, nonce }: SimulatedAccount,
  { now, tried }: { now: UnixSeconds; tried: Set<string> },
) {
  return proposals
    .filter((each) => isLive(each) && each.nonce === nonce && each.signedAt <= now && !tried.has(each.id))
    .toSorted((a, b) => {
      const isUrgent = (each: SimulatedProposal) => (each.plan.purpose === "emergency-exit" ? 0n : 1n);
      return ascending(isUrgent(a), isUrgent(b)) || ascending(a.proposedAt, b.proposedAt);
    })[0];
}

/**
 * Executes, in the order of their nonces, the proposals that are signed by now, each at the prices of this block. `read` gives the account as it is after the
 * ones before. One that would revert is not sent: it is tried again at the next block until its deadline, then rejected. Without known fees nothing executes.
 */
export function executeDue(
  account: SimulatedAccount,
  { now, read }: { readonly now: UnixSeconds; readonly read: () => Snapshot },
): Snapshot {
  rejectExpired(account, now);
  let snapshot = read();
  const tried = new Set<string>();
  for (;;) {
    const proposal = snapshot.gas === null ? undefined : nextUp(account, { now, tried });
    if (proposal === undefined || snapshot.gas === null) return snapshot;
    tried.add(proposal.id);
    execute(account, { proposal, snapshot, gas: snapshot.gas });
    snapshot = read();
  }
}
