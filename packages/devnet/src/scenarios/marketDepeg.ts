import { formatEther } from "viem";
import { erc20Abi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import type { Chain } from "../chain/chain.ts";
import { devnetPools } from "../deploy/pools.ts";
import { readMarket } from "../market/readMarket.ts";
import { swapToPrice } from "../market/swapToPrice.ts";
import { percent } from "./percent.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";

const bpsPerOne = 10_000n;

/**
 * The market maker sells weETH into its pool until the price stands below the accounting rate, and then leaves the pool
 * alone. Backing and rate of weETH do not change: this is a market's opinion, not a loss.
 */
export const marketDepeg: Scenario = async ({ chain, mood, setMood, submit }, parameters) => {
  const { bps } = readParameters(parameters, { bps: { min: 1n, max: 800n, fallback: 200n } });
  const { rateWad, sqrtPriceX96 } = await readMarket(chain);
  const targetWad = (rateWad.weETH * (bpsPerOne - bps)) / bpsPerOne;
  const swap = swapToPrice(devnetPools.weETH, { sqrtPriceX96: sqrtPriceX96.weETH, targetWad });
  const before = await marketMakerWeEth(chain);
  setMood({ ...mood, depegged: true });
  const transactions = await submit(swap === null ? [] : [swap]);
  const sold = before - (await marketMakerWeEth(chain));
  const did = sold >= 0n ? `sold ${formatEther(sold)} weETH` : `bought ${formatEther(-sold)} weETH`;
  return {
    sentence: `The market maker ${did}: the pool now pays ${percent(bps)} less for weETH than its accounting rate, which has not changed.`,
    transactions,
  };
};

function marketMakerWeEth({ reader }: Chain): Promise<bigint> {
  const { tokenAddress } = devnetPools.weETH;
  return reader.readContract({
    address: tokenAddress,
    abi: erc20Abi,
    functionName: "balanceOf",
    args: [devnetAccounts.marketMaker.address],
  });
}
