import { encodeFunctionData } from "viem";
import { routerAbi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import type { DevnetPool } from "../deploy/pools.ts";
import { sqrtPriceX96Down } from "./sqrtPrice.ts";

const marketMaker = devnetAccounts.marketMaker.address;
const { weth, router } = operatorAddresses;
/** More than any pool of the devnet can take; the price limit ends the swap, not the amount. */
const amountIn = 50_000n * 10n ** 18n;

/**
 * A real swap by the market maker that ends exactly at a price, selling the token or WETH as the direction needs.
 * @param sqrtPriceX96 where the pool stands
 * @param targetWad WETH per token where it is to stand
 * @returns null when it stands there already
 */
export function swapToPrice(
  pool: DevnetPool,
  { sqrtPriceX96, targetWad }: { sqrtPriceX96: bigint; targetWad: bigint },
): DevnetTransaction | null {
  const tokenIsToken0 = pool.token0 === pool.tokenAddress;
  const sqrtPriceLimitX96 = sqrtPriceX96Down(targetWad, tokenIsToken0);
  if (sqrtPriceLimitX96 === sqrtPriceX96) return null;
  // A swap that pays token0 in lowers sqrtPrice.
  const tokenIn = sqrtPriceLimitX96 < sqrtPriceX96 ? pool.token0 : pool.token1;
  const tokenOut = tokenIn === pool.token0 ? pool.token1 : pool.token0;
  const params = {
    tokenIn,
    tokenOut,
    fee: pool.fee,
    recipient: marketMaker,
    amountIn,
    amountOutMinimum: 0n,
    sqrtPriceLimitX96,
  };
  const data = encodeFunctionData({ abi: routerAbi, functionName: "exactInputSingle", args: [params] });
  const what = `${tokenIn === weth ? "buy" : "sell"} ${pool.token}`;
  return { what, from: marketMaker, to: router, data, gas: 3_000_000n };
}
