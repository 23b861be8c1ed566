import type { RequestOrder } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import { inspectEtherFiRequest } from "./inspectEtherFiRequest.ts";
import { inspectHolding } from "./inspectHolding.ts";
import { inspectLidoRequest } from "./inspectLidoRequest.ts";
import { inspectQueue } from "./inspectQueue.ts";
import { inspectUndelegation } from "./inspectUndelegation.ts";
import type { RequestCalls } from "./requestCalls.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

const VENUES: Readonly<Record<RequestOrder["kind"], string>> = {
  "eigenlayer-queue": "eigenlayer",
  "eigenlayer-undelegate": "eigenlayer",
  "etherfi-queue": "etherfi",
  "lido-queue": "lido",
};

function inspectOrder(part: RequestCalls, inspection: BatchInspection): readonly Violation[] {
  const { order } = part.request;
  if (order.kind === "eigenlayer-queue") return inspectQueue(part, { order, inspection });
  if (order.kind === "eigenlayer-undelegate") return inspectUndelegation(part, { order, inspection });
  if (order.kind === "etherfi-queue") return inspectEtherFiRequest(part, { order, inspection });
  return inspectLidoRequest(part, { order, inspection });
}

/**
 * One request against its calls: of something that the account holds, sent to the deployment's contracts, for exactly
 * the plan's amounts, with a ticket that belongs to the account.
 * @throws MalformedDataError when a call's data is not what its place in the plan demands
 */
export function inspectRequest(part: RequestCalls, inspection: BatchInspection): readonly Violation[] {
  const { request, index } = part;
  return [
    ...inspectHolding(request, { ...inspection, call: index }),
    ...violationAt(index, {
      code: "position",
      field: "venue of the request",
      expected: VENUES[request.order.kind],
      actual: request.venue,
    }),
    ...inspectOrder(part, inspection),
  ];
}
