import { demandEqual } from "../demandEqual.ts";
import type { RequestOrder } from "../schema/orders.ts";
import type { WithdrawalRequest } from "../schema/plan.ts";
import { addressOf } from "./addressOf.ts";
import { argumentsOf } from "./argumentsOf.ts";
import { demandAmounts } from "./demandAmounts.ts";
import type { Explanation } from "./explanation.ts";
import { matchApproval } from "./matchApproval.ts";

type Order = Extract<RequestOrder, { kind: "etherfi-queue" }>;

const ASSET = "weETH";
const ADAPTER = { list: "venues", id: "etherfi.withdrawAdapter" } as const;

/** An approval of the sum to the weETH adapter, and for each amount one request whose token is minted to the Safe. */
export function explainEtherFiRequest(request: WithdrawalRequest, { amounts }: Order): Explanation {
  return {
    count: 1 + amounts.length,
    match: ({ bundle, calls: [approval, ...tickets], at }) => {
      demandAmounts(request, { amounts, asset: ASSET });
      const { amount } = request.spend;
      matchApproval(approval, {
        bundle,
        approval: { asset: ASSET, spender: ADAPTER, amount, name: `call ${at}` },
      });
      for (const [i, must] of amounts.entries()) {
        const name = `call ${at + 1 + i}`;
        const { weETHAmount, recipient } = argumentsOf(tickets[i], { kind: "request-withdraw", name });
        demandEqual<string>(`target of ${name}`, {
          is: tickets[i]?.to ?? "",
          must: addressOf(bundle.contracts, ADAPTER),
          because: ADAPTER.id,
        });
        demandEqual(`weETHAmount of ${name}`, { is: weETHAmount, must, because: "the plan's" });
        const safe = bundle.account.address;
        demandEqual(`recipient of ${name}`, { is: recipient, must: safe, because: "the Safe" });
      }
    },
  };
}
