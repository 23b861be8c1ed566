import type { Address, InnerCall } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { ActionRefused } from "../../ActionRefused.ts";
import type { EncodeRequest } from "../../adapter.ts";
import { ERC20, SWAP_ROUTER_02 } from "./abi.ts";
import { type Direction, directions } from "./directions.ts";
import { UNISWAP_V3 } from "./id.ts";

/** The pool counts amounts as int256 (v3-core UniswapV3Pool.swap). */
const MOST = 2n ** 255n - 1n;

/**
 * Recipients that the router reads as something else: 1 is whoever calls it, 2 is the router itself
 * (swap-router-contracts, contracts/libraries/Constants.sol). Zero would burn.
 */
const LAST_SPECIAL_ADDRESS = 2n;

type Refusal = { readonly field: string; readonly value: string; readonly limit: string };

function amountRefusal({ action }: EncodeRequest): Refusal | null {
  const { spend, receive } = action;
  const outside = (amount: bigint) => amount < 1n || amount > MOST;
  // The router reads an amount of 0 as "all that lies in the router", and a minimum of 0 as "any price".
  if (outside(spend.amount))
    return { field: "spend.amount", value: `${spend.amount}`, limit: `from 1 to ${MOST}` };
  if (outside(receive.atLeast)) {
    return {
      field: "receive.atLeast",
      value: `${receive.atLeast}`,
      limit: `a minimum from 1 to ${MOST} is required`,
    };
  }
  if (receive.expected < receive.atLeast) {
    return {
      field: "receive.expected",
      value: `${receive.expected}`,
      limit: `at least the minimum ${receive.atLeast}`,
    };
  }
  return null;
}

function accountRefusal({ account, deployment }: EncodeRequest): Refusal | null {
  if (account.chainId !== deployment.chainId) {
    const limit = `the deployment ${deployment.name} is chain ${deployment.chainId}`;
    return { field: "account.chainId", value: `${account.chainId}`, limit };
  }
  if (BigInt(account.address) > LAST_SPECIAL_ADDRESS) return null;
  return {
    field: "account.address",
    value: account.address,
    limit: "the router gives this address another meaning",
  };
}

function directionOf({ action, deployment }: EncodeRequest): Direction | Refusal {
  const { spend, receive, pool, fee } = action;
  const known = directions(deployment);
  const pair = known.filter(
    ({ assetIn, assetOut }) => assetIn.id === spend.asset && assetOut.id === receive.asset,
  );
  if (pair.length === 0) {
    const pairs = known.map(({ assetIn, assetOut }) => `${assetIn.id}>${assetOut.id}`).join(", ");
    return {
      field: "spend.asset",
      value: `${spend.asset}>${receive.asset}`,
      limit: `one of the pairs ${pairs || "none"}`,
    };
  }
  const found = pair.find((direction) => direction.pool.address === pool && direction.pool.fee === fee);
  if (found !== undefined) return found;
  const pools = pair.map((direction) => `${direction.pool.address} at fee ${direction.pool.fee}`).join(", ");
  return { field: "pool", value: `${pool} at fee ${fee}`, limit: `one of ${pools}` };
}

function calls(request: EncodeRequest, { direction, router }: { direction: Direction; router: Address }) {
  const { spend, receive } = request.action;
  const approve = encodeFunctionData({ abi: ERC20, args: [router, spend.amount] });
  const params = {
    tokenIn: direction.assetIn.address,
    tokenOut: direction.assetOut.address,
    fee: Number(direction.pool.fee),
    recipient: request.account.address,
    amountIn: spend.amount,
    amountOutMinimum: receive.atLeast,
    sqrtPriceLimitX96: 0n,
  };
  const swap = encodeFunctionData({ abi: SWAP_ROUTER_02, args: [params] });
  return [
    { to: direction.assetIn.address, value: 0n, data: approve },
    { to: router, value: 0n, data: swap },
  ];
}

/**
 * Approve exactly what is spent, then swap it with the account as recipient. The pool takes the whole input as long as
 * its liquidity lasts, so the allowance ends at zero; curves end before sizes that use the liquidity up, and the
 * simulation refuses a batch that would leave an allowance.
 *
 * @throws ActionRefused
 */
export function encode(request: EncodeRequest): readonly InnerCall[] {
  const { action, deployment } = request;
  const router = deployment.routes[UNISWAP_V3]?.router;
  const unknown = {
    field: "route",
    value: action.route,
    limit: `deployment ${deployment.name} has no ${UNISWAP_V3}`,
  };
  const refusal = router === undefined ? unknown : (accountRefusal(request) ?? amountRefusal(request));
  if (refusal !== null || router === undefined) throw new ActionRefused(action.position, refusal ?? unknown);
  const direction = directionOf(request);
  if ("field" in direction) throw new ActionRefused(action.position, direction);
  return calls(request, { direction, router });
}
