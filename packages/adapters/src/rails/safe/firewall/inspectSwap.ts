import type { Action, Address } from "@ballast/core";
import type { DeployedRoute, Deployment } from "../../../deployment/types.ts";
import type { BatchInspection } from "./batchInspection.ts";
import { decodeExactInputSingle } from "./decodeExactInputSingle.ts";
import type { BatchEntry } from "./decodeMultiSend.ts";
import { inspectApproval } from "./inspectApproval.ts";
import { inspectMinimum } from "./inspectMinimum.ts";
import { tokenOf } from "./tokenOf.ts";
import type { Violation } from "./violation.ts";
import { type Comparison, violationAt } from "./violationAt.ts";

/** The two calls of one action, and the index of the first in the batch. */
export type ActionCalls = {
  readonly action: Action;
  readonly approval: BatchEntry;
  readonly swap: BatchEntry;
  readonly index: bigint;
};

type Terms = Pick<BatchInspection, "account" | "deployment" | "policy" | "snapshot" | "plan">;
type Path = { readonly tokenIn: Address; readonly tokenOut: Address; readonly route: DeployedRoute };

/** Tokens and route of the action as the deployment has them, or what of it the deployment does not know. */
function pathOf(action: Action, deployment: Deployment): Path | Comparison {
  const [tokenIn, tokenOut] = [
    tokenOf(deployment, action.spend.asset),
    tokenOf(deployment, action.receive.asset),
  ];
  if (tokenIn === null || tokenOut === null) {
    const actual = tokenIn === null ? action.spend.asset : action.receive.asset;
    return { code: "asset-unknown", field: "asset", expected: "a token of the deployment", actual };
  }
  const route = deployment.routes[action.route];
  const pair = [action.spend.asset, action.receive.asset].sort().join();
  const known = route?.pools.some(
    (pool) =>
      pool.address === action.pool &&
      pool.fee === action.fee &&
      [pool.tokenA, pool.tokenB].sort().join() === pair,
  );
  if (route === undefined || !known) {
    const actual = `${action.route} pool ${action.pool} with fee ${action.fee} for ${pair}`;
    return { code: "route-unknown", field: "route", expected: "a route and pool of the deployment", actual };
  }
  return { tokenIn, tokenOut, route };
}

function inspectExchange(
  { action, swap, index }: ActionCalls,
  { path, recipient }: { readonly path: Path; readonly recipient: Address },
): readonly Violation[] {
  const bytes = decodeExactInputSingle(swap.data);
  const comparisons: readonly Comparison[] = [
    { code: "target", field: "router", expected: path.route.router, actual: swap.to },
    { code: "swap-path", field: "tokenIn", expected: path.tokenIn, actual: bytes.tokenIn },
    { code: "swap-path", field: "tokenOut", expected: path.tokenOut, actual: bytes.tokenOut },
    { code: "swap-path", field: "fee", expected: action.fee, actual: bytes.fee },
    { code: "recipient", field: "recipient", expected: recipient, actual: bytes.recipient },
    { code: "amount", field: "amountIn", expected: action.spend.amount, actual: bytes.amountIn },
    {
      code: "minimum",
      field: "amountOutMinimum",
      expected: action.receive.atLeast,
      actual: bytes.amountOutMinimum,
    },
    { code: "price-limit", field: "sqrtPriceLimitX96", expected: 0n, actual: bytes.sqrtPriceLimitX96 },
  ];
  return comparisons.flatMap((comparison) => violationAt(index + 1n, comparison));
}

/** SwapRouter02 reads an amount of zero as "everything the router holds", so zero is never an amount of a plan. */
function inspectAmounts({ action, index }: ActionCalls): readonly Violation[] {
  const amounts = [
    ["amountIn", action.spend.amount],
    ["amountOutMinimum", action.receive.atLeast],
  ] as const;
  return amounts
    .filter(([, amount]) => amount <= 0n)
    .map(([field, amount]) => ({
      code: "amount",
      call: index + 1n,
      field,
      expected: "above 0",
      actual: String(amount),
    }));
}

/**
 * One action against its two calls: the exact approval of the route's router, spent in full by the swap right
 * after it, paid to the account, at a minimum that keeps to the policy's slippage at accounting rates.
 * @throws MalformedDataError when a call's data is not what its place in the plan demands
 */
export function inspectSwap(calls: ActionCalls, terms: Terms): readonly Violation[] {
  const { costs } = terms.policy;
  const path = pathOf(calls.action, terms.deployment);
  if ("code" in path) return violationAt(calls.index, path);
  const slippage = terms.plan.purpose === "emergency-exit" ? costs.emergencySlippage : costs.slippage;
  return [
    ...inspectApproval(calls.approval, {
      token: path.tokenIn,
      spender: path.route.router,
      amount: calls.action.spend.amount,
      call: calls.index,
    }),
    ...inspectExchange(calls, { path, recipient: terms.account.address }),
    ...inspectAmounts(calls),
    ...inspectMinimum(calls.action, { rates: terms.snapshot.rates, slippage, call: calls.index + 1n }),
  ];
}
