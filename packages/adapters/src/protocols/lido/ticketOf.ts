import {
  type AccountRef,
  type Address,
  type BaseUnits,
  baseUnits,
  rawAmount,
  type TicketId,
  type TicketReading,
  ticketId,
} from "@ballast/core";
import type { Read } from "../../chain/read.ts";
import { COIN } from "../../coin.ts";
import { LIDO_ID, WSTETH_POSITION } from "./contracts.ts";
import { claimableEtherDown } from "./maths/claimableEtherDown.ts";
import type { PoolTotals } from "./maths/poolTotals.ts";
import { poolShareRateDown } from "./maths/shareRate.ts";
import type { WithdrawalRequest } from "./maths/withdrawalRequest.ts";

export const lidoTicket = (requestId: bigint): TicketId => ticketId(`${LIDO_ID}:${requestId}`);

/** What the queue keeps of a request (`getWithdrawalStatus`). */
export type RequestStatus = WithdrawalRequest & {
  readonly owner: bigint;
  readonly isFinalized: boolean;
  readonly isClaimed: boolean;
};

/** Where a request stands: in the queue, or with the checkpoint of its rate and the exact wei that it pays. */
export type Standing =
  | { readonly state: "waiting"; readonly totals: PoolTotals; readonly ahead: BaseUnits | null }
  | { readonly state: "claimable"; readonly hint: bigint; readonly claimable: bigint };

export type RequestFacts = {
  readonly requestId: bigint;
  readonly status: RequestStatus;
  readonly account: AccountRef;
  readonly queue: Address;
};

function problemOf({ status, account }: RequestFacts, standing: Standing): string | null {
  if (status.owner !== BigInt(account.address) || status.isClaimed || status.amountOfShares === 0n) {
    return "the queue lists it for the account, and its status says otherwise";
  }
  if (status.isFinalized !== (standing.state === "claimable"))
    return "whether it is finalised is said in two ways";
  if (standing.state === "waiting") {
    return standing.totals.totalShares === 0n ? "stETH says that it has no shares" : null;
  }
  return standing.hint === 0n || standing.claimable === 0n
    ? "it is finalised, and the queue finds no rate for it"
    : null;
}

/**
 * What the claim pays, in wei of ether: exactly, once it is finalised; while it waits what was asked, or its shares at today's
 * rate where that is less, because a loss is shared.
 */
const payoutOf = (status: RequestStatus, standing: Standing): bigint =>
  standing.state === "claimable"
    ? standing.claimable
    : claimableEtherDown(status, poolShareRateDown(standing.totals));

/**
 * The ticket that a request is. It pays ETH, never more than was asked. Its claim works while the queue is paused
 * (WithdrawalQueue.sol, pauseFor). The queue does not say whether stETH or wstETH was given for it; a request that Ballast
 * makes is for wstETH.
 */
export function ticketOf(facts: RequestFacts, standing: Standing): Read<TicketReading> {
  const { requestId, status, queue } = facts;
  const ticket = lidoTicket(requestId);
  const detail = problemOf(facts, standing);
  if (detail !== null) {
    return { ok: false, missing: { subject: `ticket:${ticket}`, code: "unexpected", retry: false, detail } };
  }
  const payout = payoutOf(status, standing);
  const value: TicketReading = {
    ticket,
    venue: LIDO_ID,
    position: WSTETH_POSITION,
    pays: [{ asset: COIN, promised: rawAmount(status.amountOfStETH), payout: rawAmount(payout) }],
    value: baseUnits(payout),
    state: standing.state,
    claimableFrom: null,
    ahead: standing.state === "waiting" ? standing.ahead : baseUnits(0n),
    requestedAt: null,
    stoppedBy: [],
    claim: { kind: "lido-request", requestId, hint: standing.state === "waiting" ? 0n : standing.hint },
    source: { kind: "call", contract: queue, method: "getWithdrawalStatus" },
  };
  return { ok: true, value };
}
