import { ZERO_ADDRESS } from "../chain/address.ts";
import { rateOf } from "../portfolio/rateOf.ts";
import type { Snapshot } from "../snapshot/types.ts";
import type { ClaimOrder } from "../ticket/claimOrder.ts";
import type { TicketReading } from "../ticket/ticketReading.ts";
import type { TicketId } from "../units/brands.ts";
import { baseUnits, blockNumber } from "../units/quantities.ts";
import { valueDown } from "../units/value.ts";
import { queueOf } from "./queueOf.ts";
import type { RequestOrder, WithdrawalRequest } from "./types.ts";

/** How the ticket would be claimed. Its number is given by the chain: nothing is ever encoded from this. */
function claimOf({ account, block }: Snapshot, order: RequestOrder): ClaimOrder {
  if (order.kind === "etherfi-queue") return { kind: "etherfi-request", requestId: 0n };
  if (order.kind === "lido-queue") return { kind: "lido-request", requestId: 0n, hint: 0n };
  const { address } = account;
  const isQueue = order.kind === "eigenlayer-queue";
  return {
    kind: "eigenlayer-withdrawal",
    withdrawal: {
      staker: address,
      delegatedTo: isQueue ? ZERO_ADDRESS : order.operator,
      withdrawer: address,
      nonce: 0n,
      startBlock: block.number,
      strategies: isQueue ? [order.strategy] : [],
      scaledShares: isQueue ? [order.depositShares] : [],
    },
    tokens: [],
  };
}

/** What a request leaves behind, as one waiting ticket, to judge the account after a plan. Its value is that of what the request is expected to pay. */
export function plannedTicket(
  snapshot: Snapshot,
  { request, index }: { readonly request: WithdrawalRequest; readonly index: number },
): TicketReading {
  const { venue, position, expected, order } = request;
  const { asset, amount } = expected;
  const rate = rateOf(snapshot, asset);
  const exit = queueOf(snapshot, position);
  const delay = exit?.delayBlocks ?? null;
  return {
    ticket: `${venue}:planned${index}` as TicketId,
    venue,
    position,
    pays: [{ asset, promised: amount, payout: amount }],
    value: rate === null ? baseUnits(0n) : valueDown(amount, rate),
    state: "waiting",
    claimableFrom: delay === null ? null : blockNumber(snapshot.block.number + delay),
    ahead: null,
    requestedAt: snapshot.block.number,
    stoppedBy: [],
    claim: claimOf(snapshot, order),
    source: exit?.source ?? { kind: "header", field: "number" },
  };
}
