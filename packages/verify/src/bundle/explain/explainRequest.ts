import { demandEqual } from "../demandEqual.ts";
import type { RequestOrder } from "../schema/orders.ts";
import type { WithdrawalRequest } from "../schema/plan.ts";
import { explainEtherFiRequest } from "./explainEtherFiRequest.ts";
import { explainLidoRequest } from "./explainLidoRequest.ts";
import { explainQueue } from "./explainQueue.ts";
import { explainUndelegation } from "./explainUndelegation.ts";
import type { Explanation } from "./explanation.ts";

const VENUE: Readonly<Record<RequestOrder["kind"], string>> = {
  "eigenlayer-queue": "eigenlayer",
  "eigenlayer-undelegate": "eigenlayer",
  "etherfi-queue": "etherfi",
  "lido-queue": "lido",
};

/** A request explains the calls that make its tickets, all of them the Safe's. @throws CheckFailedError */
export function explainRequest(request: WithdrawalRequest): Explanation {
  const { count, match } = explanationOf(request);
  return {
    count,
    match: (placed) => {
      const must = VENUE[request.order.kind];
      demandEqual(`venue of the request at call ${placed.at}`, { is: request.venue, must });
      match(placed);
    },
  };
}

function explanationOf(request: WithdrawalRequest): Explanation {
  const { order } = request;
  switch (order.kind) {
    case "eigenlayer-queue":
      return explainQueue(request, order);
    case "eigenlayer-undelegate":
      return explainUndelegation(request, order);
    case "etherfi-queue":
      return explainEtherFiRequest(request, order);
    case "lido-queue":
      return explainLidoRequest(request, order);
  }
}
