import type { RequestOrder } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import { decodeRequestWithdrawalsWstEth } from "./decodeRequestWithdrawalsWstEth.ts";
import { inspectAmounts } from "./inspectAmounts.ts";
import { inspectApproval } from "./inspectApproval.ts";
import type { RequestCalls } from "./requestCalls.ts";
import { tokenOf } from "./tokenOf.ts";
import { venueContract } from "./venueContract.ts";
import type { Violation } from "./violation.ts";
import { type Comparison, violationAt } from "./violationAt.ts";

type Order = Extract<RequestOrder, { readonly kind: "lido-queue" }>;

const ASSET = "wstETH";

/**
 * An approval of the sum to Lido's withdrawal queue, and one call with all amounts, whose tickets belong to the account.
 * @throws MalformedDataError when the data is anything else
 */
export function inspectLidoRequest(
  { request, calls: [approval, call], index }: RequestCalls,
  { order, inspection }: { readonly order: Order; readonly inspection: BatchInspection },
): readonly Violation[] {
  const { deployment, account } = inspection;
  const queue = venueContract(deployment, { venue: "lido", contract: "withdrawalQueue" });
  if (typeof queue !== "string") return violationAt(index, queue);
  const token = tokenOf(deployment, ASSET);
  if (token === null || request.spend.asset !== ASSET || approval === undefined || call === undefined) {
    const { asset: actual } = request.spend;
    return [{ code: "asset-unknown", call: index, field: "asset", expected: ASSET, actual }];
  }
  const bytes = decodeRequestWithdrawalsWstEth(call.data);
  const comparisons: readonly Comparison[] = [
    { code: "target", field: "withdrawalQueue", expected: queue, actual: call.to },
    { code: "amount", field: "amounts", expected: order.amounts.join(), actual: bytes.amounts.join() },
    { code: "recipient", field: "owner", expected: account.address, actual: bytes.owner },
  ];
  const terms = { token, spender: queue, amount: request.spend.amount, call: index };
  return [
    ...inspectAmounts(request, { amounts: order.amounts, call: index }),
    ...inspectApproval(approval, terms),
    ...comparisons.flatMap((comparison) => violationAt(index + 1n, comparison)),
  ];
}
