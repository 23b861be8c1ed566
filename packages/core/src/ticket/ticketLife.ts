import type { Hash32 } from "../chain/types.ts";
import type { AssetAmount } from "../plan/types.ts";
import type {
  AssetId,
  BaseUnits,
  BlockNumber,
  PositionId,
  RawAmount,
  TicketId,
  VenueId,
} from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { absDiff, subtractToZero } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { paysNothing } from "./paysNothing.ts";
import type { TicketEvent } from "./ticketEvent.ts";
import type { TicketReading } from "./ticketReading.ts";
import { transferRounding } from "./transferRounding.ts";

/**
 * `requested`: the log has the request, the chain's state was not read for it yet. `reconciled`: what came is what was due. `claimed`: it was paid, and what came
 * was not compared yet or differs. `lost`: the protocol took it back, or it was given away. `pays-nothing`: it could be claimed, and nothing is left to claim.
 */
export type TicketState =
  | "requested"
  | "waiting"
  | "claimable"
  | "claim-proposed"
  | "claimed"
  | "reconciled"
  | "lost"
  | "pays-nothing";

/** One asset of a ticket, through its whole life. null where it is not known. */
export type TicketFigures = {
  readonly asset: AssetId;
  readonly promised: RawAmount | null;
  /** What a claim would pay now, or was last seen to pay. */
  readonly payout: RawAmount | null;
  readonly received: RawAmount | null;
  /** Promised less what is left of it: what slashes and bad reports took while it waited. */
  readonly loss: RawAmount | null;
  /** Received less due, signed, once both are known. */
  readonly difference: bigint | null;
};

/** Where a ticket stands and how it got there. */
export type TicketLife = {
  readonly ticket: TicketId;
  readonly venue: VenueId;
  readonly position: PositionId | null;
  readonly state: TicketState;
  /** Sorted by asset. */
  readonly figures: readonly TicketFigures[];
  readonly requestedAt: BlockNumber | null;
  readonly claimableFrom: BlockNumber | null;
  /** Value that the protocol pays out before it, as last read. */
  readonly ahead: BaseUnits | null;
  readonly stoppedBy: readonly string[];
  readonly endedAt: BlockNumber | null;
  readonly endedIn: Hash32 | null;
  /** Who made the claim: a transaction of the account's own, or somebody else on its behalf. */
  readonly claimedBy: "account" | "stranger" | null;
};

export type TicketLifeInput = {
  readonly ticket: TicketId;
  /** What the chain's log says of it, oldest first. */
  readonly events: readonly TicketEvent[];
  /** What the chain's state says of it now; null when it is not there. */
  readonly reading: TicketReading | null;
  /** What was known before, to carry figures over that the chain no longer tells; null after a loss of the database. */
  readonly previous: TicketLife | null;
  /** Whether a live proposal claims it. */
  readonly isProposed: boolean;
  /** Transactions in which the account itself executed something. */
  readonly ownTransactions: readonly Hash32[];
  /** What the claim had to pay at its block, as the protocol counts; null when it was not claimed, or that is not known. */
  readonly due: readonly AssetAmount[] | null;
};

type End = Pick<TicketEvent, "kind" | "block" | "transactionHash" | "amounts">;

/** The log's last word when that ends the ticket. What the state still has is not ended, whatever the log says. */
function endOf({ events, reading }: TicketLifeInput): End | null {
  const last = events.at(-1);
  return reading !== null || last === undefined || last.kind === "requested" ? null : last;
}

function amountOf(amounts: readonly AssetAmount[] | undefined | null, asset: AssetId): RawAmount | null {
  return amounts?.find((each) => each.asset === asset)?.amount ?? null;
}

/** Every asset that is promised or paid. What the request's log counts in shares is not an asset that is paid. */
function assetsOf({ reading, previous, due }: TicketLifeInput, end: End | null): AssetId[] {
  const known = [
    ...(reading?.pays ?? []).map(({ asset }) => asset),
    ...(previous?.figures ?? []).map(({ asset }) => asset),
    ...(end?.amounts ?? []).map(({ asset }) => asset),
    ...(due ?? []).map(({ asset }) => asset),
  ];
  return [...new Set(known)].sort(compareText);
}

/** What a claim brought of an asset. A log without it is not known, unless nothing was owed: then nothing came. */
function receivedOf({ amounts }: End, { asset, owed }: { asset: AssetId; owed: RawAmount | null }) {
  return amountOf(amounts, asset) ?? (owed === 0n ? owed : null);
}

function figuresOf(
  input: TicketLifeInput,
  { asset, end }: { asset: AssetId; end: End | null },
): TicketFigures {
  const { events, reading, previous, due } = input;
  const before = previous?.figures.find((each) => each.asset === asset);
  const now = reading?.pays.find((each) => each.asset === asset);
  const request = events.find(({ kind }) => kind === "requested");
  const promised = now?.promised ?? before?.promised ?? amountOf(request?.amounts, asset);
  const owed = amountOf(due, asset);
  const payout = now?.payout ?? owed ?? before?.payout ?? null;
  const received = end?.kind === "claimed" ? receivedOf(end, { asset, owed }) : null;
  const left = end !== null && end.kind !== "claimed" ? rawAmount(0n) : (received ?? payout);
  return {
    asset,
    promised,
    payout,
    received,
    loss: promised === null || left === null ? null : subtractToZero(promised, left),
    difference: received === null || owed === null ? null : received - owed,
  };
}

function isReconciled(figures: readonly TicketFigures[]): boolean {
  return (
    figures.length > 0 &&
    figures.every(
      ({ asset, difference }) =>
        difference !== null && absDiff<bigint>(difference, 0n) <= transferRounding(asset),
    )
  );
}

function stateOf(
  { reading, isProposed }: TicketLifeInput,
  { end, figures }: { end: End | null; figures: readonly TicketFigures[] },
): TicketState {
  if (reading !== null) {
    if (reading.state === "waiting") return "waiting";
    if (paysNothing(reading)) return "pays-nothing";
    return isProposed ? "claim-proposed" : "claimable";
  }
  if (end === null) return "requested";
  if (end.kind !== "claimed") return "lost";
  return isReconciled(figures) ? "reconciled" : "claimed";
}

/**
 * A ticket's life, from the chain alone: its state wins over its log, and what was stored before only carries figures that neither tells any more. It never ends while
 * something can be claimed; where nothing is left to claim it ended with the block from which it could be. Conservation: promised = received + loss once it is claimed, payout + loss until then, unless the asset itself grew.
 */
export function ticketLife(input: TicketLifeInput): TicketLife {
  const { ticket, events, reading, previous, ownTransactions } = input;
  const end = endOf(input);
  const figures = assetsOf(input, end).map((asset) => figuresOf(input, { asset, end }));
  const request = events.find(({ kind }) => kind === "requested");
  const state = stateOf(input, { end, figures });
  const venue = reading?.venue ?? events[0]?.venue ?? previous?.venue;
  return {
    ticket,
    venue: venue ?? (ticket.slice(0, ticket.indexOf(":")) as VenueId),
    position: reading?.position ?? request?.position ?? previous?.position ?? null,
    state,
    figures,
    requestedAt: reading?.requestedAt ?? request?.block ?? previous?.requestedAt ?? null,
    claimableFrom: reading?.claimableFrom ?? previous?.claimableFrom ?? null,
    ahead: reading?.ahead ?? null,
    stoppedBy: reading?.stoppedBy ?? [],
    endedAt: end?.block ?? (state === "pays-nothing" ? (reading?.claimableFrom ?? null) : null),
    endedIn: end?.transactionHash ?? null,
    claimedBy:
      end?.kind !== "claimed" ? null : ownTransactions.includes(end.transactionHash) ? "account" : "stranger",
  };
}
