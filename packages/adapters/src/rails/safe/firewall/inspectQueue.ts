import type { RequestOrder } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import { decodeQueueWithdrawals } from "./decodeQueueWithdrawals.ts";
import { eigenLayerPosition } from "./eigenLayerPosition.ts";
import { inspectDepositShares } from "./inspectDepositShares.ts";
import type { RequestCalls } from "./requestCalls.ts";
import { strategyAssets } from "./strategyAssets.ts";
import { venueContract } from "./venueContract.ts";
import type { Violation } from "./violation.ts";
import { type Comparison, violationAt } from "./violationAt.ts";

type Order = Extract<RequestOrder, { readonly kind: "eigenlayer-queue" }>;

/**
 * queueWithdrawals against the request: one strategy, the position's own, for the plan's deposit shares, which are worth
 * what the plan says. EigenLayer queues for its caller alone, which is the account.
 * @throws MalformedDataError when the data is anything else
 */
export function inspectQueue(
  { request, calls: [call], index }: RequestCalls,
  { order, inspection }: { readonly order: Order; readonly inspection: BatchInspection },
): readonly Violation[] {
  const { deployment } = inspection;
  const manager = venueContract(deployment, { venue: "eigenlayer", contract: "delegationManager" });
  if (typeof manager !== "string") return violationAt(index, manager);
  if (call === undefined) return [];
  const { asset } = eigenLayerPosition(request.position);
  const strategy = strategyAssets(deployment).find((known) => known.asset === asset)?.strategy;
  const bytes = decodeQueueWithdrawals(call.data);
  const comparisons: readonly Comparison[] = [
    { code: "target", field: "delegationManager", expected: manager, actual: call.to },
    { code: "strategy", field: "strategies", expected: order.strategy, actual: bytes.strategies.join() },
    {
      code: "strategy",
      field: `strategy of ${asset}`,
      expected: strategy ?? "a strategy of the deployment",
      actual: order.strategy,
    },
    { code: "position", field: "asset", expected: `EL-${asset}`, actual: request.spend.asset },
    {
      code: "shares",
      field: "depositShares",
      expected: `${order.depositShares}`,
      actual: bytes.depositShares.join(),
    },
  ];
  return [
    ...comparisons.flatMap((comparison) => violationAt(index, comparison)),
    ...inspectDepositShares(request, { order, snapshot: inspection.snapshot, call: index }),
  ];
}
