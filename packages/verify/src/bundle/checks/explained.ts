import { decodeCalls } from "../../calls/decodeCalls.ts";
import type { CallMeaning, DecodedCall } from "../../calls/types.ts";
import { CheckFailedError } from "../../errors/CheckFailedError.ts";
import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { Action } from "../schema/plan.ts";
import type { Bundle } from "../schema/signedBundle.ts";
import type { CheckDefinition } from "../types.ts";

/**
 * After the deadline check come two calls for each action of the plan, in its order, and no others: an approval of
 * exactly what the action spends to the action's router, and a swap that spends all of it and pays the Safe itself. So no
 * allowance is left, no other spender has one, and nothing goes anywhere else.
 */
export const explained: CheckDefinition = {
  id: "explained",
  title: "The plan explains every call and every argument",
  run({ file: { bundle }, plan }) {
    const [, ...calls] = decodeCalls(bundle.transaction.data);
    demand(
      calls.length === 2 * plan.actions.length,
      `${calls.length} calls follow the deadline check; the plan's ${plan.actions.length} actions explain ${2 * plan.actions.length}`,
    );
    for (const [i, action] of plan.actions.entries()) {
      const at = 1 + 2 * i;
      matchApproval(bundle, { action, call: calls[2 * i], name: `call ${at}` });
      matchSwap(bundle, { action, call: calls[2 * i + 1], name: `call ${at + 1}` });
    }
    return `${plan.actions.length} swaps, each approved exactly, spent at once, and paid to the Safe.`;
  },
};

type Pair = { readonly action: Action; readonly call: DecodedCall | undefined; readonly name: string };

function matchApproval(bundle: Bundle, { action, call, name }: Pair): void {
  const { spender, amount } = argumentsOf(call, { kind: "approve", name });
  demandEqual(`target of ${name}`, {
    is: call?.to ?? "",
    must: tokenOf(bundle, action.spend.asset),
    because: action.spend.asset,
  });
  demandEqual(`spender of ${name}`, {
    is: spender,
    must: routerOf(bundle, action.route),
    because: action.route,
  });
  demandEqual(`amount of ${name}`, {
    is: amount,
    must: action.spend.amount,
    because: "what the action spends",
  });
}

function matchSwap(bundle: Bundle, { action, call, name }: Pair): void {
  const swap = argumentsOf(call, { kind: "exact-input-single", name });
  const { spend, receive } = action;
  demandEqual(`target of ${name}`, {
    is: call?.to ?? "",
    must: routerOf(bundle, action.route),
    because: action.route,
  });
  demandEqual(`tokenIn of ${name}`, {
    is: swap.tokenIn,
    must: tokenOf(bundle, spend.asset),
    because: spend.asset,
  });
  demandEqual(`tokenOut of ${name}`, {
    is: swap.tokenOut,
    must: tokenOf(bundle, receive.asset),
    because: receive.asset,
  });
  demandEqual(`fee of ${name}`, { is: swap.fee, must: action.fee });
  demandEqual(`recipient of ${name}`, {
    is: swap.recipient,
    must: bundle.account.address,
    because: "the Safe",
  });
  demandEqual(`amountIn of ${name}`, { is: swap.amountIn, must: spend.amount, because: "what was approved" });
  demandEqual(`amountOutMinimum of ${name}`, {
    is: swap.amountOutMinimum,
    must: receive.atLeast,
    because: "the plan's least",
  });
  demandEqual(`sqrtPriceLimitX96 of ${name}`, { is: swap.sqrtPriceLimitX96, must: 0n });
  demand(receive.atLeast > 0n, `amountOutMinimum of ${name} is 0: it would accept nothing`);
}

type MeaningOf<Kind extends CallMeaning["kind"]> = Extract<CallMeaning, { kind: Kind }>["arguments"];

function argumentsOf<Kind extends CallMeaning["kind"]>(
  call: DecodedCall | undefined,
  { kind, name }: { kind: Kind; name: string },
): MeaningOf<Kind> {
  const meaning = call?.meaning;
  if (call === undefined || meaning?.kind !== kind) {
    const why = meaning?.kind === "unknown" ? `: ${meaning.arguments.problem}` : "";
    throw new CheckFailedError(`${name} is ${meaning?.kind ?? "missing"}, not ${kind}${why}`);
  }
  demandEqual(`ETH sent with ${name}`, { is: call.value, must: 0n });
  return meaning.arguments as MeaningOf<Kind>;
}

function tokenOf({ contracts }: Bundle, id: string): string {
  const asset = contracts.assets.find((known) => known.id === id);
  demand(asset !== undefined, `bundle.contracts.assets does not list ${id}`);
  return asset.address;
}

function routerOf({ contracts }: Bundle, id: string): string {
  const router = contracts.routers.find((known) => known.id === id);
  demand(router !== undefined, `bundle.contracts.routers does not list ${id}`);
  return router.address;
}
