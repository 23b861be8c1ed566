import { encodeFunctionData } from "viem";
import { liquidityPoolAbi, stEthAbi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";

const operator = devnetAccounts.operator.address;

/** Changes Lido's yield from the next block on. @param aprBps of a year, simple */
export function setLidoApr(aprBps: bigint): DevnetTransaction {
  const data = encodeFunctionData({ abi: stEthAbi, functionName: "setAprBps", args: [aprBps] });
  return { what: "set Lido's yield", from: operator, to: operatorAddresses.stETH, data };
}

/** Changes ether.fi's yield from the next block on. @param aprBps of a year, simple */
export function setEtherfiApr(aprBps: bigint): DevnetTransaction {
  const data = encodeFunctionData({ abi: liquidityPoolAbi, functionName: "setAprBps", args: [aprBps] });
  return { what: "set ether.fi's yield", from: operator, to: operatorAddresses.liquidityPool, data };
}
