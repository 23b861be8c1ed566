import {
  type AssetAmount,
  compareText,
  type EigenLayerWithdrawal,
  lowerHex,
  rawAmount,
  type TicketEvent,
  ticketId,
} from "@ballast/core";
import { decodeEventLog, type Hex, parseAbi, zeroAddress } from "viem";
import type { RawLog, TicketLog } from "../../adapter.ts";
import type { Deployment } from "../../deployment/types.ts";
import { EIGENLAYER_ID } from "./contracts.ts";
import { positionOf } from "./positionOf.ts";
import { eigenStrategies } from "./strategies.ts";

const WITHDRAWAL =
  "(address staker,address delegatedTo,address withdrawer,uint256 nonce,uint32 startBlock,address[] strategies,uint256[] scaledShares)";
const QUEUED =
  `SlashingWithdrawalQueued(bytes32 withdrawalRoot,${WITHDRAWAL} withdrawal,uint256[] sharesToWithdraw)` as const;
const COMPLETED = "SlashingWithdrawalCompleted(bytes32 withdrawalRoot)" as const;

/** Neither has an indexed field: they are found by address and topic alone. Source: IDelegationManager.sol, events. */
const EVENTS = parseAbi([
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
  "event SlashingWithdrawalQueued(bytes32 withdrawalRoot, Withdrawal withdrawal, uint256[] sharesToWithdraw)",
  "event SlashingWithdrawalCompleted(bytes32 withdrawalRoot)",
]);

const topicsOf = ({ topics }: RawLog) => topics as [Hex, ...Hex[]];

const ticketAt = (root: Hex, log: RawLog) => ({
  ticket: ticketId(`${EIGENLAYER_ID}:${root}`),
  venue: EIGENLAYER_ID,
  block: log.blockNumber,
  blockHash: log.blockHash,
  transactionHash: log.transactionHash,
  logIndex: log.logIndex,
});

/** Shares by strategy; what is not listed has no asset here and is left out. */
function amountsOf(
  { strategies }: Pick<EigenLayerWithdrawal, "strategies">,
  { shares, deployment }: { readonly shares: readonly bigint[]; readonly deployment: Deployment },
): readonly AssetAmount[] {
  return eigenStrategies(deployment)
    .filter(({ address }) => strategies.includes(address))
    .map(({ address, asset }) => {
      const own = shares.filter((_, index) => strategies[index] === address);
      return { asset, amount: rawAmount(own.reduce((sum, one) => sum + one, 0n)) };
    })
    .toSorted((a, b) => compareText(a.asset, b.asset));
}

function requested(log: RawLog, deployment: Deployment): TicketEvent {
  const { args } = decodeEventLog({
    abi: EVENTS,
    eventName: "SlashingWithdrawalQueued",
    data: log.data,
    topics: topicsOf(log),
  });
  const { withdrawalRoot, withdrawal, sharesToWithdraw } = lowerHex(args);
  const { staker, delegatedTo, strategies } = withdrawal;
  const left = eigenStrategies(deployment).find(({ address }) => address === strategies[0]);
  const operator = delegatedTo === zeroAddress ? null : delegatedTo;
  return {
    ...ticketAt(withdrawalRoot, log),
    kind: "requested",
    account: staker,
    position: left === undefined ? null : positionOf(left, operator),
    amounts: amountsOf(withdrawal, { shares: sharesToWithdraw, deployment }),
  };
}

function claimed(log: RawLog): TicketEvent {
  const { args } = decodeEventLog({
    abi: EVENTS,
    eventName: "SlashingWithdrawalCompleted",
    data: log.data,
    topics: topicsOf(log),
  });
  return {
    ...ticketAt(lowerHex(args.withdrawalRoot), log),
    kind: "claimed",
    account: null,
    position: null,
    amounts: [],
  };
}

/**
 * A withdrawal begins with SlashingWithdrawalQueued, for whatever reason (a queue, an undelegation, one that the operator forced), and ends
 * with SlashingWithdrawalCompleted, as tokens or as shares: the log says neither whose it was nor what it paid. Amounts of a request are
 * shares, because what they will be in tokens is not known then.
 *
 * A log that is not what its topic says throws: a silent gap would lose a ticket.
 */
export const ticketLogs: readonly TicketLog[] = [
  { contract: "delegationManager", signature: QUEUED, decode: requested },
  { contract: "delegationManager", signature: COMPLETED, decode: claimed },
];
