import type { RequestOrder } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import type { BatchEntry } from "./decodeMultiSend.ts";
import { decodeRequestWithdraw } from "./decodeRequestWithdraw.ts";
import { inspectAmounts } from "./inspectAmounts.ts";
import { inspectApproval } from "./inspectApproval.ts";
import type { RequestCalls } from "./requestCalls.ts";
import { tokenOf } from "./tokenOf.ts";
import { venueContract } from "./venueContract.ts";
import type { Violation } from "./violation.ts";
import { type Comparison, violationAt } from "./violationAt.ts";

type Order = Extract<RequestOrder, { readonly kind: "etherfi-queue" }>;
type Ticket = { readonly call: BatchEntry; readonly amount: bigint; readonly index: bigint };

const ASSET = "weETH";

function inspectTicketCall(
  { call, amount, index }: Ticket,
  { adapter, recipient }: { readonly adapter: string; readonly recipient: string },
): readonly Violation[] {
  const bytes = decodeRequestWithdraw(call.data);
  const comparisons: readonly Comparison[] = [
    { code: "target", field: "withdrawAdapter", expected: adapter, actual: call.to },
    { code: "amount", field: "weETHAmount", expected: amount, actual: bytes.amount },
    { code: "recipient", field: "recipient", expected: recipient, actual: bytes.recipient },
  ];
  return comparisons.flatMap((comparison) => violationAt(index, comparison));
}

/**
 * An approval of the sum to ether.fi's weETH adapter, and one call for each amount, whose ticket belongs to the account.
 * @throws MalformedDataError when the data is anything else
 */
export function inspectEtherFiRequest(
  { request, calls: [approval, ...tickets], index }: RequestCalls,
  { order, inspection }: { readonly order: Order; readonly inspection: BatchInspection },
): readonly Violation[] {
  const { deployment, account } = inspection;
  const adapter = venueContract(deployment, { venue: "etherfi", contract: "withdrawAdapter" });
  if (typeof adapter !== "string") return violationAt(index, adapter);
  const token = tokenOf(deployment, ASSET);
  if (token === null || request.spend.asset !== ASSET || approval === undefined) {
    const { asset: actual } = request.spend;
    return [{ code: "asset-unknown", call: index, field: "asset", expected: ASSET, actual }];
  }
  const terms = { token, spender: adapter, amount: request.spend.amount, call: index };
  return [
    ...inspectAmounts(request, { amounts: order.amounts, call: index }),
    ...inspectApproval(approval, terms),
    ...tickets.flatMap((call, place) =>
      inspectTicketCall(
        { call, amount: order.amounts[place] ?? 0n, index: index + 1n + BigInt(place) },
        { adapter, recipient: account.address },
      ),
    ),
  ];
}
