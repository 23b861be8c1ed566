import { demandEqual } from "../demandEqual.ts";
import type { RequestOrder } from "../schema/orders.ts";
import type { WithdrawalRequest } from "../schema/plan.ts";
import { addressOf } from "./addressOf.ts";
import { argumentsOf } from "./argumentsOf.ts";
import { eigenLayerAsset } from "./eigenLayerAsset.ts";
import type { Explanation } from "./explanation.ts";

type Order = Extract<RequestOrder, { kind: "eigenlayer-queue" }>;

const NOBODY = `0x${"0".repeat(40)}`;

/**
 * One queueWithdrawals with one entry of one strategy: the position's own, for the plan's deposit shares. EigenLayer
 * queues for its caller alone; the third field is ignored there and must be zero.
 */
export function explainQueue({ position, spend }: WithdrawalRequest, order: Order): Explanation {
  return {
    count: 1,
    match: ({ bundle: { contracts }, calls: [call], at }) => {
      const name = `call ${at}`;
      const { params } = argumentsOf(call, { kind: "queue-withdrawals", name });
      const { asset } = eigenLayerAsset(position);
      const manager = "eigenlayer.delegationManager";
      const strategy = `eigenlayer.${asset}Strategy`;
      const [entry] = params;
      const fields: Readonly<Record<string, readonly [is: string, must: string, because: string]>> = {
        target: [call?.to ?? "", addressOf(contracts, { list: "venues", id: manager }), manager],
        "number of params": [`${params.length}`, "1", "one strategy"],
        strategies: [entry?.strategies.join() ?? "", order.strategy, "the plan's"],
        "strategy in the plan": [
          order.strategy,
          addressOf(contracts, { list: "venues", id: strategy }),
          strategy,
        ],
        depositShares: [entry?.depositShares.join() ?? "", `${order.depositShares}`, "the plan's"],
        deprecatedWithdrawer: [entry?.deprecatedWithdrawer ?? "", NOBODY, "ignored there"],
        asset: [spend.asset, `EL-${asset}`, position],
      };
      for (const [field, [is, must, because]] of Object.entries(fields)) {
        demandEqual(`${field} of ${name}`, { is, must, because });
      }
    },
  };
}
