import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { Action } from "../schema/plan.ts";
import { addressOf } from "./addressOf.ts";
import { argumentsOf } from "./argumentsOf.ts";
import type { Explanation, PlacedCalls } from "./explanation.ts";
import { matchApproval } from "./matchApproval.ts";

/**
 * A trade explains two calls: an approval of exactly what it spends to its router, and a swap that spends all of it and
 * pays the Safe itself.
 */
export function explainAction(action: Action): Explanation {
  const { spend, route } = action;
  return {
    count: 2,
    match: (placed) => {
      const { bundle, calls, at } = placed;
      const spender = { list: "routers", id: route } as const;
      const approval = { asset: spend.asset, spender, amount: spend.amount, name: `call ${at}` };
      matchApproval(calls[0], { bundle, approval });
      matchSwap(action, placed);
    },
  };
}

function matchSwap(
  { spend, receive, route, fee }: Action,
  { bundle, calls: [, call], at }: PlacedCalls,
): void {
  const { contracts, account } = bundle;
  const name = `call ${at + 1}`;
  const swap = argumentsOf(call, { kind: "exact-input-single", name });
  const router = addressOf(contracts, { list: "routers", id: route });
  demandEqual<string>(`target of ${name}`, { is: call?.to ?? "", must: router, because: route });
  for (const [field, asset] of [
    ["tokenIn", spend.asset],
    ["tokenOut", receive.asset],
  ] as const) {
    const must = addressOf(contracts, { list: "assets", id: asset });
    demandEqual(`${field} of ${name}`, { is: swap[field], must, because: asset });
  }
  demandEqual(`fee of ${name}`, { is: swap.fee, must: fee });
  demandEqual(`recipient of ${name}`, { is: swap.recipient, must: account.address, because: "the Safe" });
  demandEqual(`amountIn of ${name}`, { is: swap.amountIn, must: spend.amount, because: "what was approved" });
  demandEqual(`amountOutMinimum of ${name}`, {
    is: swap.amountOutMinimum,
    must: receive.atLeast,
    because: "the plan's least",
  });
  demandEqual(`sqrtPriceLimitX96 of ${name}`, { is: swap.sqrtPriceLimitX96, must: 0n });
  demand(receive.atLeast > 0n, `amountOutMinimum of ${name} is 0: it would accept nothing`);
}
