import {
  type BlockNumber,
  type BlockRef,
  type ExitReading,
  type PositionReading,
  type RateReading,
  type Snapshot,
  type Source,
  type TicketLife,
  type TicketReading,
  ticketId,
  valueDown,
} from "@ballast/core";
import { contracts, ETHER, words } from "./cast.ts";

const { assetId, baseUnits, positionId, rawAmount, seconds, venueId, wad } = words;

const OPERATOR = words.address(`0x${"b".repeat(40)}`);
const STAKED = positionId(`eigenlayer:stETH@${OPERATOR}`);
const SHARE_RATE = wad(1_040_000_000_000_000_000n);
const STAKE = rawAmount(120n * ETHER);
const FORTNIGHT = 1_209_600n;

const call = (method: string): Source => ({ kind: "call", contract: contracts.delegationManager, method });

/** What the seed's second Safe has at EigenLayer and in queues. */
export type Withdrawals = Pick<Snapshot, "positions" | "rates" | "tickets" | "exits" | "figures">;

const position: PositionReading = {
  position: STAKED,
  venue: venueId("eigenlayer"),
  asset: assetId("EL-stETH"),
  amount: STAKE,
  value: valueDown(STAKE, SHARE_RATE),
  source: call("getWithdrawableShares"),
};

const rates: readonly RateReading[] = [
  {
    asset: assetId("EL-stETH"),
    venue: venueId("eigenlayer"),
    rate: SHARE_RATE,
    source: call("sharesToUnderlyingView"),
  },
  {
    asset: assetId("stETH"),
    venue: venueId("lido"),
    rate: wad(ETHER),
    growsWith: assetId("wstETH"),
    source: call("getPooledEthByShares"),
  },
];

/** One withdrawal from EigenLayer that a slash took a tenth of while it waits. */
function slashed(block: BlockRef, safe: Snapshot["account"]["address"]): TicketReading {
  const payout = rawAmount(36n * ETHER);
  return {
    ticket: ticketId(`eigenlayer:0x12ab34cd${"9".repeat(56)}`),
    venue: venueId("eigenlayer"),
    position: STAKED,
    pays: [{ asset: assetId("stETH"), promised: rawAmount(40n * ETHER), payout }],
    value: baseUnits(payout),
    state: "waiting",
    claimableFrom: (block.number + 61_234n) as BlockNumber,
    ahead: null,
    requestedAt: (block.number - 5_566n) as BlockNumber,
    stoppedBy: [],
    claim: {
      kind: "eigenlayer-withdrawal",
      withdrawal: {
        staker: safe,
        delegatedTo: OPERATOR,
        withdrawer: safe,
        nonce: 4n,
        startBlock: (block.number - 5_566n) as BlockNumber,
        strategies: [contracts.strategy],
        scaledShares: [40n * ETHER],
      },
      tokens: [contracts.wsteth],
    },
    source: call("getQueuedWithdrawal"),
  };
}

function atLido(isFinal: boolean): TicketReading {
  const payout = rawAmount(12_500_000_000_000_000_000n);
  return {
    ticket: ticketId("lido:17"),
    venue: venueId("lido"),
    position: positionId("lido:wstETH"),
    pays: [{ asset: assetId("ETH"), promised: payout, payout }],
    value: baseUnits(payout),
    state: isFinal ? "claimable" : "waiting",
    claimableFrom: null,
    ahead: isFinal ? null : baseUnits(18_240n * ETHER),
    requestedAt: null,
    stoppedBy: [],
    claim: { kind: "lido-request", requestId: 17n, hint: isFinal ? 3n : 0n },
    source: call("getWithdrawalStatus"),
  };
}

const exit = (change: Partial<ExitReading>): ExitReading => ({
  position: STAKED,
  venue: venueId("eigenlayer"),
  way: "queue",
  assetIn: assetId("EL-stETH"),
  assetOut: assetId("stETH"),
  rate: SHARE_RATE,
  fee: 0n as ExitReading["fee"],
  capacity: null,
  smallest: rawAmount(1n),
  largest: null,
  delayBlocks: 100_800n,
  delay: seconds(FORTNIGHT),
  stoppedBy: [],
  terms: {
    kind: "eigenlayer-queue",
    strategy: contracts.strategy,
    operator: OPERATOR,
    depositShares: 133n * ETHER,
  },
  source: call("minWithdrawalDelayBlocks"),
  ...change,
});

/** Sorted by position, way. */
const exits: readonly ExitReading[] = [
  exit({}),
  exit({
    position: positionId("etherfi:weETH"),
    venue: venueId("etherfi"),
    way: "instant",
    assetIn: assetId("weETH"),
    assetOut: assetId("ETH"),
    fee: 30n as ExitReading["fee"],
    capacity: rawAmount(2_140n * ETHER),
    delayBlocks: null,
    delay: seconds(0n),
    terms: { kind: "etherfi-redeem" },
  }),
  exit({
    position: positionId("etherfi:weETH"),
    venue: venueId("etherfi"),
    assetIn: assetId("weETH"),
    assetOut: assetId("ETH"),
    delayBlocks: null,
    delay: null,
    stoppedBy: ["paused"],
    terms: { kind: "etherfi-queue" },
  }),
  exit({
    position: positionId("lido:wstETH"),
    venue: venueId("lido"),
    assetIn: assetId("wstETH"),
    assetOut: assetId("ETH"),
    delayBlocks: null,
    delay: null,
    terms: { kind: "lido-queue" },
  }),
];

/** A stake with an operator, two withdrawals under way, and the ways out. The one at Lido can be claimed at the last block. */
export function withdrawalsAt(
  block: BlockRef,
  { safe, isLast }: { safe: Snapshot["account"]["address"]; isLast: boolean },
): Withdrawals {
  return {
    positions: [position],
    rates,
    tickets: [slashed(block, safe), atLido(isLast)],
    exits,
    figures: [
      {
        venue: venueId("eigenlayer"),
        figure: `slashable:${OPERATOR}:${contracts.strategy}`,
        value: 420_000_000_000_000_000n,
        source: call("getAllocations"),
      },
    ],
  };
}

/** An earlier withdrawal that was paid in full. */
export const paidTicket: TicketLife = {
  ticket: ticketId("lido:16"),
  venue: venueId("lido"),
  position: positionId("lido:wstETH"),
  state: "reconciled",
  figures: [
    {
      asset: assetId("ETH"),
      promised: rawAmount(8n * ETHER),
      payout: rawAmount(8n * ETHER),
      received: rawAmount(8n * ETHER),
      loss: rawAmount(0n),
      difference: 0n,
    },
  ],
  requestedAt: 7_400n as BlockNumber,
  claimableFrom: null,
  ahead: null,
  stoppedBy: [],
  endedAt: 8_020n as BlockNumber,
  endedIn: words.hash32(`0x${"7".repeat(64)}`),
  claimedBy: "account",
};
