import { feedAbi, poolAbi, weEthAbi, wstEthAbi } from "../abis.ts";
import type { Chain } from "../chain/chain.ts";
import { type DevnetFeed, devnetFeeds } from "../deploy/feeds.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { devnetPools } from "../deploy/pools.ts";

/** What the market maker and the price reporter look at, all of one block. */
export interface Market {
  /** seconds, of the block that was read */
  readonly timestamp: number;
  /** WETH per token by the protocol's own accounting, 1e18 */
  readonly rateWad: { readonly wstETH: bigint; readonly weETH: bigint };
  readonly sqrtPriceX96: { readonly wstETH: bigint; readonly weETH: bigint };
  readonly feeds: { readonly [Name in keyof typeof devnetFeeds]: LatestRound };
}

/** The newest round of a feed; null before its first. */
export type LatestRound = {
  readonly roundId: bigint;
  readonly answer: bigint;
  readonly updatedAt: number;
} | null;

/** Reads the head in one call. */
export async function readMarket({ reader }: Chain): Promise<Market> {
  const block = await reader.getBlock({ blockTag: "latest" });
  const { multicall, wstETH, weETH } = operatorAddresses;
  const latest = ({ address }: DevnetFeed) =>
    ({ address, abi: feedAbi, functionName: "latestRoundData" }) as const;
  const slot0 = (address: typeof wstETH) => ({ address, abi: poolAbi, functionName: "slot0" }) as const;
  const [wstRate, weRate, wstPool, wePool, ethUsd, stEthEth, weEthEth] = await reader.multicall({
    contracts: [
      { address: wstETH, abi: wstEthAbi, functionName: "stEthPerToken" },
      { address: weETH, abi: weEthAbi, functionName: "getRate" },
      slot0(devnetPools.wstETH.address),
      slot0(devnetPools.weETH.address),
      latest(devnetFeeds.ethUsd),
      latest(devnetFeeds.stEthEth),
      latest(devnetFeeds.weEthEth),
    ],
    multicallAddress: multicall,
    blockNumber: block.number,
  });
  return {
    timestamp: Number(block.timestamp),
    rateWad: { wstETH: need(wstRate), weETH: need(weRate) },
    sqrtPriceX96: { wstETH: need(wstPool)[0], weETH: need(wePool)[0] },
    feeds: { ethUsd: round(ethUsd), stEthEth: round(stEthEth), weEthEth: round(weEthEth) },
  };
}

type Reply<Value> =
  | { readonly status: "success"; readonly result: Value }
  | { readonly status: "failure"; readonly error: Error };

function need<Value>(reply: Reply<Value>): Value {
  if (reply.status === "failure") throw reply.error;
  return reply.result;
}

/** A feed without rounds reverts; the devnet's own feeds do so only before their first report. */
function round(reply: Reply<readonly [bigint, bigint, bigint, bigint, bigint]>): LatestRound {
  if (reply.status === "failure") return null;
  const [roundId, answer, , updatedAt] = reply.result;
  return { roundId, answer, updatedAt: Number(updatedAt) };
}
