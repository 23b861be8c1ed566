import {
  type BaseUnits,
  baseUnits,
  rawAmount,
  type TicketId,
  type TicketReading,
  ticketId,
} from "@ballast/core";
import { COIN } from "../../coin.ts";
import { ETHERFI_ID, WEETH_POSITION } from "./contracts.ts";

export const etherfiTicket = (requestId: bigint): TicketId => ticketId(`${ETHERFI_ID}:${requestId}`);

/** A request as it stands. Amounts in wei. */
export type RequestStanding = {
  readonly requestId: bigint;
  readonly promised: bigint;
  /** What it pays: exactly once it is finalised, else by today's rate. 0 for one that was invalidated. */
  readonly payout: bigint;
  readonly isFinalized: boolean;
  readonly isValid: boolean;
  readonly isBlacklisted: boolean;
  /** eETH stands still, and a claim burns eETH. */
  readonly claimsPaused: boolean;
};

const stoppedBy = ({ isBlacklisted, claimsPaused, isValid }: RequestStanding): readonly string[] => [
  ...(isBlacklisted ? ["blacklisted"] : []),
  ...(claimsPaused ? ["claims-paused"] : []),
  ...(isValid ? [] : ["invalidated"]),
];

/** No getter sums the requests in front; of one that is finalised there are none. */
const aheadOf = (isFinalized: boolean): BaseUnits | null => (isFinalized ? baseUnits(0n) : null);

/** The ticket that a request is: it pays ether, never more than was asked. The block of its request is not kept by the contract. */
export function ticketOf(
  standing: RequestStanding,
  source: Pick<Extract<TicketReading["source"], { kind: "call" }>, "contract">,
): TicketReading {
  const { requestId, promised, payout, isFinalized } = standing;
  return {
    ticket: etherfiTicket(requestId),
    venue: ETHERFI_ID,
    position: WEETH_POSITION,
    pays: [{ asset: COIN, promised: rawAmount(promised), payout: rawAmount(payout) }],
    value: baseUnits(payout),
    state: isFinalized ? "claimable" : "waiting",
    claimableFrom: null,
    ahead: aheadOf(isFinalized),
    requestedAt: null,
    stoppedBy: stoppedBy(standing),
    claim: { kind: "etherfi-request", requestId },
    source: { kind: "call", contract: source.contract, method: "getRequest" },
  };
}
