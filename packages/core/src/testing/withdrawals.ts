import type { Address, Source } from "../chain/types.ts";
import type { Finding } from "../policy/finding.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { RateReading, Snapshot } from "../snapshot/types.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { TicketReading } from "../ticket/ticketReading.ts";
import type { AssetId, Bps, PositionId, Seconds, TicketId, VenueId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { blockNumber, rawAmount, wad } from "../units/quantities.ts";
import { amountForValueUp, valueDown } from "../units/value.ts";
import { eth, historyOf, SAFE } from "./world.ts";

export const OPERATOR = `0x${"0e".repeat(20)}` as Address;
export const STRATEGY = `0x${"57".repeat(20)}` as Address;
export const STAKED = `eigenlayer:stETH@${OPERATOR}` as PositionId;
const SOURCE: Source = { kind: "call", contract: STRATEGY, method: "getQueuedWithdrawals" };

/** A claimable request of ether.fi for 10 ETH, or another ticket. */
export function ticketOf(changes: Partial<TicketReading> = {}): TicketReading {
  const ten = rawAmount(eth("10"));
  const ticket = {
    ticket: "etherfi:17" as TicketId,
    venue: "etherfi" as VenueId,
    position: "etherfi:weETH" as PositionId,
    pays: [{ asset: "ETH" as AssetId, promised: ten, payout: ten }],
    state: "claimable",
    claimableFrom: null,
    ahead: null,
    requestedAt: blockNumber(900n),
    stoppedBy: [],
    claim: { kind: "etherfi-request", requestId: 17n },
    source: SOURCE,
    ...changes,
  } as const satisfies Omit<TicketReading, "value">;
  // ETH and stETH are worth one base unit each.
  const value = ticket.pays.reduce((sum, { payout }) => sum + payout, 0n);
  return { ...ticket, value: value as TicketReading["value"], ...changes };
}

/** A queued withdrawal of EigenLayer that pays stETH. */
export function queuedOf(digit: string, amount: string): TicketReading {
  const payout = rawAmount(eth(amount));
  return ticketOf({
    ticket: `eigenlayer:0x${digit.repeat(64)}` as TicketId,
    venue: "eigenlayer" as VenueId,
    position: STAKED,
    pays: [{ asset: "stETH" as AssetId, promised: payout, payout }],
    claimableFrom: blockNumber(1_000n),
    claim: {
      kind: "eigenlayer-withdrawal",
      withdrawal: {
        staker: SAFE,
        delegatedTo: OPERATOR,
        withdrawer: SAFE,
        nonce: BigInt(`0x${digit}`),
        startBlock: blockNumber(900n),
        strategies: [STRATEGY],
        scaledShares: [payout],
      },
      tokens: [`0x${"7e".repeat(20)}` as Address],
    },
  });
}

/** A finalised request of Lido. */
export function lidoOf(id: bigint, amount: string): TicketReading {
  const payout = rawAmount(eth(amount));
  return ticketOf({
    ticket: `lido:${id}` as TicketId,
    venue: "lido" as VenueId,
    position: "lido:wstETH" as PositionId,
    pays: [{ asset: "ETH" as AssetId, promised: payout, payout }],
    claim: { kind: "lido-request", requestId: id, hint: 1n },
  });
}

/** The queue of a position's protocol, open; ether.fi's as it stands for weETH unless told. */
export function queueExitOf(changes: Partial<ExitReading> = {}): ExitReading {
  return {
    position: "etherfi:weETH" as PositionId,
    venue: "etherfi" as VenueId,
    way: "queue",
    assetIn: "weETH" as AssetId,
    assetOut: "ETH" as AssetId,
    rate: wad(eth("1.05")),
    fee: 0n as Bps,
    capacity: null,
    smallest: rawAmount(eth("0.001")),
    largest: rawAmount(eth("1000")),
    delayBlocks: null,
    delay: null,
    stoppedBy: [],
    terms: { kind: "etherfi-queue" },
    source: SOURCE,
    ...changes,
  };
}

const STAKED_RATE = wad(eth("1.1"));

/** EigenLayer's queue for the staked position: two weeks, in deposit shares. */
export function stakedExitOf(depositShares: bigint, changes: Partial<ExitReading> = {}): ExitReading {
  return queueExitOf({
    position: STAKED,
    venue: "eigenlayer" as VenueId,
    assetIn: "EL-stETH" as AssetId,
    assetOut: "stETH" as AssetId,
    rate: STAKED_RATE,
    smallest: rawAmount(0n),
    largest: null,
    delayBlocks: 100_800n,
    delay: 1_209_600n as Seconds,
    terms: { kind: "eigenlayer-queue", strategy: STRATEGY, operator: OPERATOR, depositShares },
    ...changes,
  });
}

const RATES: readonly RateReading[] = [
  { asset: "EL-stETH" as AssetId, venue: "eigenlayer" as VenueId, rate: STAKED_RATE, source: SOURCE },
  {
    asset: "stETH" as AssetId,
    venue: "lido" as VenueId,
    rate: wad(eth("1")),
    growsWith: "wstETH" as AssetId,
    source: SOURCE,
  },
];

type Staked = {
  /** Ether's worth that may be withdrawn. */
  readonly value: string;
  /** What slashing left, in per cent of the deposit; all of it unless told. */
  readonly left?: bigint;
  readonly exit?: Partial<ExitReading>;
};

/** The context with stETH restaked at an operator beside what it holds, its way out and its rates. */
export function restaked(context: RuleContext, { value, left = 100n, exit = {} }: Staked): RuleContext {
  const { snapshot, history } = context;
  const amount = amountForValueUp(eth(value), STAKED_RATE);
  const held = {
    position: STAKED,
    venue: "eigenlayer" as VenueId,
    asset: "EL-stETH" as AssetId,
    amount,
    value: valueDown(amount, STAKED_RATE),
    source: SOURCE,
  };
  const stake = { position: "eigenlayer:EL-stETH", value, rate: "1.1", yield: "3.1", depth: "1" };
  const series = [...history.series, ...historyOf([stake]).series.filter(({ id }) => id.startsWith("rate:"))];
  return {
    ...context,
    history: { ...history, series: series.toSorted((a, b) => compareText(a.id, b.id)) },
    snapshot: {
      ...snapshot,
      positions: [...snapshot.positions, held].toSorted((a, b) => compareText(a.position, b.position)),
      rates: [...snapshot.rates, ...RATES].toSorted((a, b) => compareText(a.asset, b.asset)),
      exits: [...snapshot.exits, stakedExitOf((amount * 100n) / left, exit)],
    },
  };
}

/** The context with tickets under way, sorted. */
export function waitingFor(context: RuleContext, tickets: readonly TicketReading[]): RuleContext {
  const all = [...context.snapshot.tickets, ...tickets];
  const known = new Set(context.snapshot.rates.map(({ asset }) => asset));
  const rates = [...context.snapshot.rates, ...RATES.filter(({ asset }) => !known.has(asset))];
  return changed(context, {
    tickets: all.toSorted((a, b) => compareText(a.ticket, b.ticket)),
    rates: rates.toSorted((a, b) => compareText(a.asset, b.asset)),
  });
}

/** The context with some of its snapshot changed. */
export function changed(context: RuleContext, changes: Partial<Snapshot>): RuleContext {
  return { ...context, snapshot: { ...context.snapshot, ...changes } };
}

/** A finding that asks a position down to a target. */
export function reduceTo(
  position: string,
  {
    target = "0",
    urgent = true,
    rule = "backing-loss",
  }: { target?: string; urgent?: boolean; rule?: string },
): Finding {
  const id = position as PositionId;
  return {
    rule,
    code: "found",
    subject: { kind: "position", id },
    level: "critical",
    measured: null,
    limit: null,
    evidence: [],
    effect: { kind: "reduce-to", position: id, target: eth(target), urgent },
  };
}
