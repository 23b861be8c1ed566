import type { Address } from "viem";
import type { EtherfiRig } from "./etherfiRig.ts";
import type { State } from "./observation.ts";

/** Reads everything that a file records of the pool and of one holder. */
export async function stateOf({ view, contracts }: EtherfiRig, holder: Address): Promise<State> {
  const { liquidityPool, eETH, weETH } = contracts;
  const reads: [string, Promise<bigint>][] = [
    ["totalPooledEther", view(liquidityPool, "getTotalPooledEther")],
    ["totalShares", view(eETH, "totalShares")],
    ["totalValueInLp", view(liquidityPool, "totalValueInLp")],
    ["totalValueOutOfLp", view(liquidityPool, "totalValueOutOfLp")],
    ["weETHgetRate", view(weETH, "getRate")],
    ["amountPerShareCeil", view(liquidityPool, "amountPerShareCeil")],
    ["weETHsupply", view(weETH, "totalSupply")],
    ["holder.eETH", view(eETH, ["balanceOf", holder])],
    ["holder.eETHshares", view(eETH, ["shares", holder])],
    ["holder.weETH", view(weETH, ["balanceOf", holder])],
  ];
  return Object.fromEntries(await Promise.all(reads.map(async ([path, value]) => [path, await value])));
}
