import { encodeFunctionData, maxUint256 } from "viem";
import { erc20Abi, positionManagerAbi, uniswapFactoryAbi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { sqrtPriceX96Down } from "../market/sqrtPrice.ts";
import { operatorAddresses } from "./operatorDeployments.ts";
import { poolDeposit, ticksAbove, ticksBelow } from "./poolLiquidity.ts";
import { type DevnetPool, devnetPools } from "./pools.ts";
import { venues } from "./venues.ts";

const operator = devnetAccounts.operator.address;
const { positionManager, uniswapFactory, weth, wstETH, weETH } = operatorAddresses;
const firstRates = { wstETH: venues.lido.rateWad, weETH: venues.etherfi.rateWad } as const;

/** Makes both pools at the accounting rates at which history begins. Fee tier 0.01 % is voted in first, as it was on mainnet. */
export function makePools(): DevnetTransaction[] {
  const { fee, tickSpacing } = devnetPools.wstETH;
  const enable = encodeFunctionData({
    abi: uniswapFactoryAbi,
    functionName: "enableFeeAmount",
    args: [fee, tickSpacing],
  });
  const pools = Object.values(devnetPools).map((pool) => ({
    what: `make the ${pool.token} pool`,
    from: operator,
    to: positionManager,
    data: encodeFunctionData({
      abi: positionManagerAbi,
      functionName: "createAndInitializePoolIfNecessary",
      args: [pool.token0, pool.token1, pool.fee, firstSqrtPrice(pool)],
    }),
  }));
  return [{ what: "enable the 0.01 % fee", from: operator, to: uniswapFactory, data: enable }, ...pools];
}

/** Approves the position manager and funds both pools. @param depthWei see {@link poolDeposit} */
export function fundPools(depthWei: bigint): DevnetTransaction[] {
  const approve = encodeFunctionData({
    abi: erc20Abi,
    functionName: "approve",
    args: [positionManager, maxUint256],
  });
  const approvals = [weth, wstETH, weETH].map((token) => ({
    what: "approve the position manager",
    from: operator,
    to: token,
    data: approve,
  }));
  return [...approvals, ...Object.values(devnetPools).map((pool) => fundPool(pool, depthWei))];
}

function fundPool(pool: DevnetPool, depthWei: bigint): DevnetTransaction {
  const { tokenDown, wethDown } = poolDeposit(depthWei, firstRates[pool.token]);
  const tokenIsToken0 = pool.token0 === pool.tokenAddress;
  const [amount0Desired, amount1Desired] = tokenIsToken0 ? [tokenDown, wethDown] : [wethDown, tokenDown];
  const { tickLower, tickUpper } = tickRange(pool, tokenIsToken0);
  const { token0, token1, fee } = pool;
  const limits = { amount0Min: 0n, amount1Min: 0n, recipient: operator, deadline: maxUint256 };
  const params = { token0, token1, fee, tickLower, tickUpper, amount0Desired, amount1Desired, ...limits };
  const data = encodeFunctionData({ abi: positionManagerAbi, functionName: "mint", args: [params] });
  return { what: `fund the ${pool.token} pool`, from: operator, to: positionManager, data };
}

/** Ticks count the price of token0: with WETH there, growth of the token's price is downwards. */
function tickRange(pool: DevnetPool, tokenIsToken0: boolean): { tickLower: number; tickUpper: number } {
  const now = firstTick(firstRates[pool.token], tokenIsToken0);
  const [below, above] = tokenIsToken0 ? [ticksBelow, ticksAbove] : [ticksAbove, ticksBelow];
  const align = (tick: number) => Math.round(tick / pool.tickSpacing) * pool.tickSpacing;
  return { tickLower: align(now - below), tickUpper: align(now + above) };
}

/** A tick is a place on a grid, not money: floating point is exact enough to find it. */
function firstTick(rateWad: bigint, tokenIsToken0: boolean): number {
  const tick = Math.log(Number(rateWad) / 1e18) / Math.log(1.0001);
  return Math.floor(tokenIsToken0 ? tick : -tick);
}

function firstSqrtPrice(pool: DevnetPool): bigint {
  return sqrtPriceX96Down(firstRates[pool.token], pool.token0 === pool.tokenAddress);
}
