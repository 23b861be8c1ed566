import type {
  Action,
  AssetAmount,
  BalanceChange,
  Claim,
  Plan,
  PlanFigures,
  PlanPurpose,
  Receive,
  RequestOrder,
  WithdrawalRequest,
} from "../../plan/types.ts";
import { assetId, positionId, routeId, ticketId, venueId } from "../../units/ids.ts";
import { baseUnits, rawAmount, wad } from "../../units/quantities.ts";
import { seconds, unixSeconds } from "../../units/times.ts";
import { accountRef, anAddress, count } from "./chain.ts";
import { claimOrder } from "./claimOrder.ts";
import { integer, list, oneOf, orNull, record, signed, string, textOf, variant, wordOf } from "./reader.ts";

const value = integer(baseUnits);
const amount = integer(rawAmount);
const asset = textOf(assetId);

const spend = record<AssetAmount>({ asset, amount });
const receive = record<Receive>({ asset, expected: amount, atLeast: amount });

const action = record<Action>({
  kind: oneOf(["exit", "enter"]),
  position: textOf(positionId),
  venue: textOf(venueId),
  route: textOf(routeId),
  pool: anAddress,
  fee: count,
  spend,
  receive,
  limitedBy: string,
});

type OrderOf<Kind extends RequestOrder["kind"]> = Extract<RequestOrder, { readonly kind: Kind }>;

const requestOrder = variant<RequestOrder, "kind">("kind", {
  "eigenlayer-queue": record<OrderOf<"eigenlayer-queue">>({
    kind: oneOf(["eigenlayer-queue"]),
    strategy: anAddress,
    depositShares: count,
  }),
  "eigenlayer-undelegate": record<OrderOf<"eigenlayer-undelegate">>({
    kind: oneOf(["eigenlayer-undelegate"]),
    operator: anAddress,
  }),
  "etherfi-queue": record<OrderOf<"etherfi-queue">>({
    kind: oneOf(["etherfi-queue"]),
    amounts: list(amount),
  }),
  "lido-queue": record<OrderOf<"lido-queue">>({ kind: oneOf(["lido-queue"]), amounts: list(amount) }),
});

const request = record<WithdrawalRequest>({
  position: textOf(positionId),
  venue: textOf(venueId),
  spend,
  expected: spend,
  delay: orNull(integer(seconds)),
  order: requestOrder,
  limitedBy: string,
});

const claim = record<Claim>({
  ticket: textOf(ticketId),
  position: textOf(positionId),
  venue: textOf(venueId),
  receive: list(receive),
  order: claimOrder,
});

export const figures = record<PlanFigures>({
  turnover: value,
  tradingCost: value,
  gasCost: value,
  cost: value,
  grossGain: signed,
  netGain: signed,
  horizon: integer(seconds),
  payback: orNull(integer(seconds)),
  yieldBefore: orNull(integer(wad)),
  yieldAfter: orNull(integer(wad)),
  worstLoss: value,
});

export const plan = record<Plan>({
  schema: oneOf(["ballast/plan/1"]),
  account: accountRef,
  purpose: wordOf<PlanPurpose>({ rebalance: true, "emergency-exit": true, claim: true }),
  claims: list(claim),
  actions: list(action),
  requests: list(request),
  expected: list(record<BalanceChange>({ asset, atLeast: signed, atMost: signed })),
  figures,
  deadline: integer(unixSeconds),
});
