import { demandEqual } from "../demandEqual.ts";
import type { RequestOrder } from "../schema/orders.ts";
import type { WithdrawalRequest } from "../schema/plan.ts";
import { addressOf } from "./addressOf.ts";
import { argumentsOf } from "./argumentsOf.ts";
import { demandAmounts } from "./demandAmounts.ts";
import type { Explanation } from "./explanation.ts";
import { matchApproval } from "./matchApproval.ts";

type Order = Extract<RequestOrder, { kind: "lido-queue" }>;

const ASSET = "wstETH";
const QUEUE = { list: "venues", id: "lido.withdrawalQueue" } as const;

/** An approval of the sum to the withdrawal queue, and one request for all amounts, whose tokens the Safe owns. */
export function explainLidoRequest(request: WithdrawalRequest, order: Order): Explanation {
  return {
    count: 2,
    match: ({ bundle, calls: [approval, call], at }) => {
      demandAmounts(request, { amounts: order.amounts, asset: ASSET });
      const { amount } = request.spend;
      matchApproval(approval, {
        bundle,
        approval: { asset: ASSET, spender: QUEUE, amount, name: `call ${at}` },
      });
      const name = `call ${at + 1}`;
      const { amounts, owner } = argumentsOf(call, { kind: "request-withdrawals-wsteth", name });
      demandEqual<string>(`target of ${name}`, {
        is: call?.to ?? "",
        must: addressOf(bundle.contracts, QUEUE),
        because: QUEUE.id,
      });
      demandEqual(`amounts of ${name}`, {
        is: amounts.join(),
        must: order.amounts.join(),
        because: "the plan's",
      });
      demandEqual(`owner of ${name}`, { is: owner, must: bundle.account.address, because: "the Safe" });
    },
  };
}
