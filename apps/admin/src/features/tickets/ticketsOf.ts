import {
  type BlockNumber,
  formatAmount,
  type Snapshot,
  sourceText,
  sumValues,
  type TicketFigures,
  type TicketId,
  type TicketLife,
  type TicketReading,
  ticketLife,
} from "@ballast/core";
import { amount } from "../../format/amount.ts";
import { blockAsOf } from "../../format/blockAsOf.ts";
import { integer } from "../../format/integer.ts";
import { ticketName } from "../../format/ticketName.ts";
import { venue } from "../../format/venue.ts";
import type { ClaimingProposal } from "./claimingOf.ts";
import { leftOf } from "./leftOf.ts";
import { ticketLook } from "./ticketLook.ts";
import { ticketNext } from "./ticketNext.ts";
import type { TicketPayment, TicketsView, TicketView } from "./ticketsView.ts";
import { ticketWhen } from "./ticketWhen.ts";

/** A ticket as the keeper stored it, and the block that it stood so at. */
export type StoredTicket = { readonly life: TicketLife; readonly asOfBlock: BlockNumber };

type Inputs = {
  readonly stored: readonly StoredTicket[];
  readonly snapshot: Snapshot;
  /** Proposals that can still execute, with what they claim. */
  readonly claiming: readonly ClaimingProposal[];
  /** `/<account>`. */
  readonly base: string;
};

const ENDED_SHOWN = 5;
const ENDED: readonly TicketLife["state"][] = ["claimed", "reconciled", "lost", "pays-nothing"];

/** Every withdrawal under way and the last that ended. The newest snapshot says where each stands; what is stored adds what the chain no longer tells. */
export function ticketsOf(inputs: Inputs): TicketsView {
  const { stored, snapshot } = inputs;
  const read = snapshot.tickets.map((reading) => lifeOf(reading, inputs));
  const others = stored.filter(({ life }) => !read.some(({ ticket }) => ticket === life.ticket));
  const gone = others.filter(({ life }) => ENDED.includes(life.state));
  const unread = others.filter(({ life }) => !ENDED.includes(life.state));
  const missing = snapshot.missing.some(({ subject }) => subject.startsWith("ticket:"));
  return {
    open: [
      ...read
        .filter(({ state }) => !ENDED.includes(state))
        .map((life) => viewOf(life, { inputs, stale: "" })),
      ...unread.map((each) => storedView(each, inputs)),
    ],
    ended: [...gone.map(({ life }) => life), ...read.filter(({ state }) => ENDED.includes(state))]
      .toSorted((a, b) => Number((b.endedAt ?? 0n) - (a.endedAt ?? 0n)))
      .slice(0, ENDED_SHOWN)
      .map((life) => viewOf(life, { inputs, stale: "" })),
    value:
      missing || unread.length > 0
        ? null
        : `${amount(sumValues(snapshot.tickets.map(({ value }) => value))).text}\u00a0ETH`,
    asOf: blockAsOf(snapshot.block, snapshot.tickets.map(sourceFact)),
  };
}

const sourceFact = ({ ticket, source }: TicketReading) => ({
  name: ticketName(ticket),
  value: sourceText(source),
});

/** Where a ticket stands by the newest reading; one that pays nothing has ended although the chain still lists it. */
function lifeOf(reading: TicketReading, inputs: Inputs): TicketLife {
  const { ticket } = reading;
  const previous = inputs.stored.find(({ life }) => life.ticket === ticket)?.life ?? null;
  const isProposed = proposalOf(ticket, inputs) !== null;
  return ticketLife({
    ticket,
    events: [],
    reading,
    previous,
    isProposed,
    ownTransactions: [],
    due: null,
  });
}

/** What is open in storage and was not read. */
function storedView({ life, asOfBlock }: StoredTicket, inputs: Inputs): TicketView {
  return viewOf(life, { inputs, stale: `Not in the newest reading; so at block ${integer(asOfBlock)}` });
}

function viewOf(life: TicketLife, { inputs, stale }: { inputs: Inputs; stale: string }): TicketView {
  const proposal = proposalOf(life.ticket, inputs);
  return {
    key: life.ticket,
    name: ticketName(life.ticket),
    category: venue(life.venue).category,
    ...leftOf(life.position),
    look: ticketLook(life.state),
    payments: life.figures.map(paymentOf),
    when: ticketWhen(life, inputs.snapshot.block),
    ...ticketNext(life, { proposal, base: inputs.base }),
    stale,
  };
}

const proposalOf = (ticket: TicketId, { claiming }: Inputs) =>
  claiming.find(({ claims }) => claims.includes(ticket)) ?? null;

function paymentOf({ asset, promised, payout, received, loss }: TicketFigures): TicketPayment {
  const show = (value: bigint, rounding: "up" | "down" = "down") =>
    formatAmount({ amount: value, decimals: 18n, places: 4n, rounding, symbol: asset });
  const pays = received ?? payout;
  return {
    asset,
    promised: promised === null ? null : show(promised),
    pays: pays === null ? null : show(pays),
    paysExact: pays === null ? "" : amount(pays, { symbol: asset }).exact,
    loss: loss === null || loss === 0n ? null : show(loss, "up"),
  };
}
