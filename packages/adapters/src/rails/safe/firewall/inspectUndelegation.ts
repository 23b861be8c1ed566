import type { RequestOrder } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import { decodeUndelegate } from "./decodeUndelegate.ts";
import { eigenLayerPosition } from "./eigenLayerPosition.ts";
import type { RequestCalls } from "./requestCalls.ts";
import { venueContract } from "./venueContract.ts";
import type { Violation } from "./violation.ts";
import { type Comparison, violationAt } from "./violationAt.ts";

type Order = Extract<RequestOrder, { readonly kind: "eigenlayer-undelegate" }>;

/**
 * undelegate against the request: the account leaves the operator that its position names, with all that it holds there.
 * @throws MalformedDataError when the data is anything else
 */
export function inspectUndelegation(
  { request, calls: [call], index }: RequestCalls,
  { order, inspection }: { readonly order: Order; readonly inspection: BatchInspection },
): readonly Violation[] {
  const { deployment, account, snapshot } = inspection;
  const manager = venueContract(deployment, { venue: "eigenlayer", contract: "delegationManager" });
  if (typeof manager !== "string") return violationAt(index, manager);
  if (call === undefined) return [];
  const { asset, operator } = eigenLayerPosition(request.position);
  const held = snapshot.positions.find(({ position }) => position === request.position)?.amount ?? "not read";
  const comparisons: readonly Comparison[] = [
    { code: "target", field: "delegationManager", expected: manager, actual: call.to },
    { code: "owner", field: "staker", expected: account.address, actual: decodeUndelegate(call.data) },
    { code: "operator", field: "operator", expected: operator ?? "none", actual: order.operator },
    { code: "position", field: "asset", expected: `EL-${asset}`, actual: request.spend.asset },
    { code: "amount", field: "spend", expected: held, actual: request.spend.amount },
  ];
  return comparisons.flatMap((comparison) => violationAt(index, comparison));
}
