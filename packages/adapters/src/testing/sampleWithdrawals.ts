import {
  assetId,
  type Claim,
  positionId,
  rawAmount,
  ticketId,
  venueId,
  type WithdrawalRequest,
} from "@ballast/core";
import { ETH } from "./devnetView.ts";

/** Ask Lido's queue for 10 and for 5 wstETH. */
export const LIDO_REQUEST: WithdrawalRequest = {
  position: positionId("lido:wstETH"),
  venue: venueId("lido"),
  spend: { asset: assetId("wstETH"), amount: rawAmount(15n * ETH) },
  expected: { asset: assetId("ETH"), amount: rawAmount(18n * ETH) },
  delay: null,
  order: { kind: "lido-queue", amounts: [rawAmount(10n * ETH), rawAmount(5n * ETH)] },
  limitedBy: "band",
};

/** Ask ether.fi's queue for 7, 2 and 1 weETH. */
export const ETHERFI_REQUEST: WithdrawalRequest = {
  position: positionId("etherfi:weETH"),
  venue: venueId("etherfi"),
  spend: { asset: assetId("weETH"), amount: rawAmount(10n * ETH) },
  expected: { asset: assetId("ETH"), amount: rawAmount(10n * ETH) },
  delay: null,
  order: { kind: "etherfi-queue", amounts: [7n * ETH, 2n * ETH, ETH].map(rawAmount) },
  limitedBy: "band",
};

const pays = (amount: bigint) => [
  { asset: assetId("ETH"), expected: rawAmount(amount), atLeast: rawAmount(amount) },
];

/** Claim a finalised request of Lido's queue. */
export const lidoClaim = (requestId: bigint, hint = 3n): Claim => ({
  ticket: ticketId(`lido:${requestId}`),
  position: positionId("lido:wstETH"),
  venue: venueId("lido"),
  receive: pays(ETH),
  order: { kind: "lido-request", requestId, hint },
});

/** Claim a finalised request of ether.fi. */
export const etherfiClaim = (requestId: bigint): Claim => ({
  ticket: ticketId(`etherfi:${requestId}`),
  position: positionId("etherfi:weETH"),
  venue: venueId("etherfi"),
  receive: pays(ETH),
  order: { kind: "etherfi-request", requestId },
});
