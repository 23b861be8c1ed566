import type { Address, BlockRef, Source } from "../../chain/types.ts";
import type { Policy } from "../../policy/policy.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { HeadReading, PositionReading, SafeState, Snapshot } from "../../snapshot/types.ts";
import type { TicketReading } from "../../ticket/ticketReading.ts";
import type { BaseUnits, PositionId, RawAmount, SourceId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { venueOf } from "../../units/ids.ts";
import { sumValues } from "../../units/order.ts";
import { valueDown } from "../../units/value.ts";
import type { Market } from "../market/market.ts";
import type { MarketReadings } from "../market/marketReadings.ts";
import type { SimulatedAccount, SimulatedTicket } from "./account.ts";
import { assetOf } from "./assetOf.ts";
import { queueExit } from "./queueExit.ts";

type Facts = {
  readonly policy: Policy;
  readonly market: Market;
  readonly readings: MarketReadings;
  readonly block: BlockRef;
};

const SOURCE: Source = { kind: "header", field: "tape" };
const NOBODY = `0x${"00".repeat(19)}01` as Address;
const NOTHING = 0n as BaseUnits;

function safeOf({ nonce }: SimulatedAccount): SafeState {
  return {
    version: "1.4.1",
    singleton: NOBODY,
    nonce,
    threshold: 1n,
    owners: [NOBODY],
    modules: [],
    guard: NOBODY,
    fallbackHandler: NOBODY,
  };
}

/** As many sources as the policy's quorum, or those that the tape names. */
function headsOf({ policy, market, block }: Facts): readonly HeadReading[] {
  const quorum = Number(policy.guards.sourceSilent.quorum);
  const usual = Array.from({ length: Math.max(quorum, 1) }, (_, index) => `tape-${index + 1}`);
  const named = [...market.sources];
  const states = named.length > 0 ? named : usual.map((source) => [source as SourceId, "agrees"] as const);
  return states
    .map(([source, state]): HeadReading => {
      const seen =
        state === "agrees" ? { number: block.number, hash: block.hash } : { number: null, hash: null };
      return { source, state, ...seen, detail: "" };
    })
    .sort((a, b) => compareText(a.source, b.source));
}

function positionsOf(account: SimulatedAccount, snapshot: Snapshot): PositionReading[] {
  return [...account.holdings]
    .map(([position, amount]) => {
      const asset = assetOf(position);
      const rate = rateOf(snapshot, asset);
      const value = rate === null ? NOTHING : valueDown(amount, rate);
      return { position, venue: venueOf(position), asset, amount, value, source: SOURCE };
    })
    .sort((a, b) => compareText(a.position, b.position));
}

function ticketAt({ reading, dueAt }: SimulatedTicket, snapshot: Snapshot): TicketReading {
  const values = reading.pays.map(({ asset, payout }) => {
    const rate = rateOf(snapshot, asset);
    return rate === null ? NOTHING : valueDown(payout, rate);
  });
  const state = dueAt <= snapshot.block.timestamp ? "claimable" : "waiting";
  return { ...reading, value: sumValues(values), state };
}

/** What a keeper would have read of the account at the block: sorted, and sound by checkSnapshot. */
export function snapshotAt(account: SimulatedAccount, facts: Facts): Snapshot {
  const { policy, market, readings, block } = facts;
  const bare: Snapshot = {
    schema: "ballast/snapshot/1",
    account: policy.account,
    baseAsset: policy.baseAsset,
    block,
    safe: safeOf(account),
    positions: [],
    tickets: [],
    exits: [],
    heads: headsOf(facts),
    disputes: [],
    ...readings,
  };
  const queued = [...market.queues].filter(([position]) => account.holdings.has(position));
  const amountOf = (position: PositionId) => account.holdings.get(position) ?? (0n as RawAmount);
  return {
    ...bare,
    positions: positionsOf(account, bare),
    tickets: account.tickets
      .map((ticket) => ticketAt(ticket, bare))
      .sort((a, b) => compareText(a.ticket, b.ticket)),
    exits: queued
      .flatMap(([position, delay]) => queueExit(bare, { position, delay, amount: amountOf(position) }) ?? [])
      .sort((a, b) => compareText(a.position, b.position)),
  };
}
