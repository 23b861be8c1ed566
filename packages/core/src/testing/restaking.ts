import type { Address } from "../chain/types.ts";
import type { Policy } from "../policy/policy.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { PositionReading, RateReading, Snapshot } from "../snapshot/types.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { TicketReading } from "../ticket/ticketReading.ts";
import type { AssetId, Bps, PositionId, VenueId, Wad } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { ticketId } from "../units/ids.ts";
import { blockNumber, rawAmount } from "../units/quantities.ts";
import { seconds } from "../units/times.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { figureSource, seriesFrom, withSeries } from "./figures.ts";
import { CALM, contextOf, eth, SAFE, type World } from "./world.ts";

export const OPERATOR_A = `0x${"a1".repeat(20)}` as Address;
export const OPERATOR_B = `0x${"b2".repeat(20)}` as Address;
export const STRATEGY = `0x${"57".repeat(20)}` as Address;
const EIGENLAYER = "eigenlayer" as VenueId;
const SHARES = "EL-stETH" as AssetId;

/** Restaked stETH with an operator, in ether's worth. A strategy share is worth one ether, so amounts are values. */
export type Delegation = { readonly operator: Address; readonly value: string };

/** `eigenlayer:stETH@<operator>`. */
export function restakedAt(operator: Address): PositionId {
  return `eigenlayer:stETH@${operator}` as PositionId;
}

function positionOf({ operator, value }: Delegation): PositionReading {
  return {
    position: restakedAt(operator),
    venue: EIGENLAYER,
    asset: SHARES,
    amount: rawAmount(eth(value)),
    value: eth(value),
    source: figureSource("getWithdrawableShares"),
  };
}

/** The way out of a delegated position, open unless told otherwise. */
export function queueOf({ operator, value }: Delegation, stoppedBy: readonly string[] = []): ExitReading {
  return {
    position: restakedAt(operator),
    venue: EIGENLAYER,
    way: "queue",
    assetIn: SHARES,
    assetOut: "stETH" as AssetId,
    rate: WAD_ONE,
    fee: 0n as Bps,
    capacity: null,
    smallest: rawAmount(1n),
    largest: null,
    delayBlocks: 100_800n,
    delay: seconds(1_209_600n),
    stoppedBy,
    terms: { kind: "eigenlayer-queue", strategy: STRATEGY, operator, depositShares: eth(value) },
    source: figureSource("paused"),
  };
}

function rates(): RateReading[] {
  const source = figureSource("sharesToUnderlyingView");
  return [
    { asset: SHARES, venue: EIGENLAYER, rate: WAD_ONE, source },
    {
      asset: "stETH" as AssetId,
      venue: "lido" as VenueId,
      rate: WAD_ONE,
      growsWith: "wstETH" as AssetId,
      source,
    },
  ];
}

/** The snapshot with restaked positions beside what it has. */
export function restaked(snapshot: Snapshot, delegations: readonly Delegation[]): Snapshot {
  return {
    ...snapshot,
    positions: [...snapshot.positions, ...delegations.map(positionOf)].toSorted((a, b) =>
      compareText(a.position, b.position),
    ),
    rates: [...snapshot.rates, ...rates()].toSorted((a, b) => compareText(a.asset, b.asset)),
    exits: delegations.map((each) => queueOf(each)),
  };
}

/** The calm world, or another, with restaked positions, which its policy lists, and an earlier rate of their shares. */
export function restakingWith(
  delegations: readonly Delegation[],
  {
    world = CALM,
    guards = {},
    caps = {},
  }: { world?: World; guards?: Partial<Policy["guards"]>; caps?: Partial<Policy["caps"]> } = {},
): RuleContext {
  const context = contextOf(world);
  const { policy } = context;
  const bands = delegations.map(({ operator }) => ({
    position: restakedAt(operator),
    min: 0n as Bps,
    target: 0n as Bps,
    max: 10_000n as Bps,
  }));
  const changed: RuleContext = {
    ...context,
    snapshot: restaked(context.snapshot, delegations),
    policy: {
      ...policy,
      universe: [...policy.universe, ...bands].toSorted((a, b) => compareText(a.position, b.position)),
      guards: { ...policy.guards, ...guards },
      caps: { ...policy.caps, ...caps },
    },
  };
  return withSeries(changed, [seriesFrom(`rate:${SHARES}`, { 24: WAD_ONE, 1: WAD_ONE })]);
}

/** A ticket of restaked stETH that left operator A at block 500, waiting and whole unless told otherwise. */
export function ticketOf(
  changes: Partial<Omit<TicketReading, "pays">> & {
    readonly promised?: bigint;
    readonly payout?: bigint;
    readonly asset?: string;
  } = {},
): TicketReading {
  const { promised = eth("40"), payout = promised, asset = "stETH", ...rest } = changes;
  const root = "70".repeat(32);
  return {
    ticket: ticketId(`eigenlayer:0x${root}`),
    venue: EIGENLAYER,
    position: restakedAt(OPERATOR_A),
    pays: [{ asset: asset as AssetId, promised: rawAmount(promised), payout: rawAmount(payout) }],
    value: eth("0"),
    state: "waiting",
    claimableFrom: blockNumber(101_301n),
    ahead: null,
    requestedAt: blockNumber(500n),
    stoppedBy: [],
    claim: {
      kind: "eigenlayer-withdrawal",
      withdrawal: {
        staker: SAFE,
        delegatedTo: OPERATOR_A,
        withdrawer: SAFE,
        nonce: 0n,
        startBlock: blockNumber(500n),
        strategies: [STRATEGY],
        scaledShares: [promised],
      },
      tokens: [STRATEGY],
    },
    source: figureSource("getQueuedWithdrawals"),
    ...rest,
  };
}

/** The context with tickets. */
export function withTickets(context: RuleContext, tickets: readonly TicketReading[]): RuleContext {
  return { ...context, snapshot: { ...context.snapshot, tickets } };
}

/** Another account of the treasury at the same block: what it has with operators, and idle ether's worth beside. */
export function siblingOf(
  address: string,
  { delegations, idle }: { delegations: readonly Delegation[]; idle: string },
): Snapshot {
  const { snapshot } = contextOf({ stakes: [], idle });
  return restaked(
    { ...snapshot, account: { ...snapshot.account, address: address as Address } },
    delegations,
  );
}

/** A magnitude as a Wad: `0.627`. */
export function wadOf(text: string): Wad {
  return eth(text) as bigint as Wad;
}
