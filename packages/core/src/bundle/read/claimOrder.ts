import type { ClaimOrder, EigenLayerWithdrawal } from "../../ticket/claimOrder.ts";
import { blockNumber } from "../../units/quantities.ts";
import { anAddress, count } from "./chain.ts";
import { integer, list, oneOf, record, variant } from "./reader.ts";

type OrderOf<Kind extends ClaimOrder["kind"]> = Extract<ClaimOrder, { readonly kind: Kind }>;

const withdrawal = record<EigenLayerWithdrawal>({
  staker: anAddress,
  delegatedTo: anAddress,
  withdrawer: anAddress,
  nonce: count,
  startBlock: integer(blockNumber),
  strategies: list(anAddress),
  scaledShares: list(count),
});

/** What a venue is told to pay a ticket out. */
export const claimOrder = variant<ClaimOrder, "kind">("kind", {
  "eigenlayer-withdrawal": record<OrderOf<"eigenlayer-withdrawal">>({
    kind: oneOf(["eigenlayer-withdrawal"]),
    withdrawal,
    tokens: list(anAddress),
  }),
  "etherfi-request": record<OrderOf<"etherfi-request">>({
    kind: oneOf(["etherfi-request"]),
    requestId: count,
  }),
  "lido-request": record<OrderOf<"lido-request">>({
    kind: oneOf(["lido-request"]),
    requestId: count,
    hint: count,
  }),
});
