import {
  type BaseUnits,
  blockNumber,
  type EigenLayerWithdrawal,
  type Missing,
  sumValues,
  type TicketPayment,
  type TicketReading,
  valueDown,
  WAD_ONE,
} from "@ballast/core";
import { zeroAddress } from "viem";
import { EIGENLAYER_ID } from "../contracts.ts";
import { completableFromBlock } from "../maths/completableFromBlock.ts";
import { positionOf } from "../positionOf.ts";
import type { DatedWithdrawal } from "../reading/datedWithdrawal.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";
import { ticketIdOf } from "../ticketIdOf.ts";
import { claimStops } from "./claimStops.ts";
import { NATIVE_ETHER } from "./nativeEther.ts";
import type { TicketFacts } from "./ticketFacts.ts";
import { withdrawalPayments } from "./withdrawalPayments.ts";

export type TicketRead =
  | { readonly ok: true; readonly ticket: TicketReading }
  | { readonly ok: false; readonly missing: Missing };

/** The listed strategies of a withdrawal in its order, or what is the matter with one that is not listed. */
function strategiesOf({ strategies }: EigenLayerWithdrawal, listed: readonly StrategyReading[]) {
  const found = strategies.map((address) => listed.find(({ strategy }) => strategy.address === address));
  const stranger = strategies.find((_, index) => found[index] === undefined);
  if (stranger === undefined) return { readings: found.filter((one) => one !== undefined) };
  const detail =
    stranger === NATIVE_ETHER
      ? "withdraws native ETH from an EigenPod, which is not read here; complete it with EigenLayer's own tools"
      : `withdraws from the strategy ${stranger}, which the deployment does not list`;
  return { detail };
}

const worthOf = (pays: readonly TicketPayment[], readings: readonly StrategyReading[]): BaseUnits =>
  sumValues(
    pays.map(({ asset, payout }) => {
      const own = readings.find(({ strategy }) => strategy.token.id === asset);
      return valueDown(payout, own?.strategy.tokenRate ?? WAD_ONE);
    }),
  );

/**
 * A queued withdrawal as a ticket. It can be slashed up to and including block startBlock + delay and completed in the block after. It
 * is called claimable once that block is the pinned one: a simulation on top of the pinned state then passes, and the next block's
 * transaction all the more.
 */
export function ticketOf(dated: DatedWithdrawal, { strategies, managers, block }: TicketFacts): TicketRead {
  const { withdrawal } = dated;
  const ticket = ticketIdOf(withdrawal);
  const subject = `ticket:${ticket}`;
  const lost = (missing: Omit<Missing, "subject">): TicketRead => ({
    ok: false,
    missing: { ...missing, subject },
  });
  const { readings, detail } = strategiesOf(withdrawal, strategies);
  const [first] = readings ?? [];
  if (readings === undefined || first === undefined)
    return lost({ code: "unexpected", retry: false, detail: detail ?? "the withdrawal names no strategy" });
  const pays = withdrawalPayments(dated, readings);
  if (!pays.ok) return lost(pays.missing);
  const stops = claimStops(managers, readings);
  if (!stops.ok) return lost(stops.missing);
  const { delayBlocks } = managers;
  if (!delayBlocks.ok) return lost(delayBlocks.missing);
  const { startBlock, delegatedTo } = withdrawal;
  const claimableFrom = blockNumber(completableFromBlock({ startBlock, delayBlocks: delayBlocks.value }));
  const reading: TicketReading = {
    ticket,
    venue: EIGENLAYER_ID,
    position: positionOf(first.strategy, delegatedTo === zeroAddress ? null : delegatedTo),
    pays: pays.value,
    value: worthOf(pays.value, readings),
    state: block >= claimableFrom ? "claimable" : "waiting",
    claimableFrom,
    ahead: null,
    requestedAt: startBlock,
    stoppedBy: stops.value,
    claim: {
      kind: "eigenlayer-withdrawal",
      withdrawal,
      tokens: readings.map(({ strategy }) => strategy.token.address),
    },
    source: { kind: "call", contract: managers.core.delegationManager, method: "getQueuedWithdrawals" },
  };
  return { ok: true, ticket: reading };
}
