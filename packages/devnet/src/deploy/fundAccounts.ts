import { type Address, encodeFunctionData, maxUint256 } from "viem";
import { erc20Abi, withdrawalQueueAbi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { restake } from "./eigenLayer.ts";
import { operatorAddresses } from "./operatorDeployments.ts";
import { safeContracts } from "./safeContracts.ts";
import { createSafeCall, type TreasurySafe, treasurySafes } from "./treasurySafes.ts";
import { venues } from "./venues.ts";

const operator = devnetAccounts.operator.address;
const marketMaker = devnetAccounts.marketMaker.address;
const { weth, wstETH, weETH, stETH, router, withdrawalQueue } = operatorAddresses;
const wad = 10n ** 18n;

/** Makes the treasury's Safes and gives them what they hold when history begins. */
export function fundTreasury(): DevnetTransaction[] {
  return treasurySafes.flatMap((safe) => [
    {
      what: `make ${safe.name}`,
      from: operator,
      to: safeContracts.proxyFactory.address,
      data: createSafeCall(safe),
    },
    give(wstETH, {
      to: safe.address,
      amount: ((safe.holdings.wstETH + safe.holdings.queued) * wad) / venues.lido.rateWad,
    }),
    give(weETH, { to: safe.address, amount: (safe.holdings.weETH * wad) / venues.etherfi.rateWad }),
    give(weth, { to: safe.address, amount: safe.holdings.WETH }),
    give(stETH, { to: safe.address, amount: safe.holdings.restaked }),
  ]);
}

/** What the Safes themselves do before history begins: restake, and ask for a withdrawal. */
export function investTreasury(): DevnetTransaction[] {
  return treasurySafes.flatMap((safe) => [
    // A transfer of stETH may bring a wei less than was sent.
    ...restake(safe, { operator: safe.operator, amount: safe.holdings.restaked - 2n }),
    ...(safe.holdings.queued === 0n ? [] : askBack(safe)),
  ]);
}

function askBack({ address: from, holdings }: TreasurySafe): DevnetTransaction[] {
  const amount = (holdings.queued * wad) / venues.lido.rateWad;
  const approve = encodeFunctionData({
    abi: erc20Abi,
    functionName: "approve",
    args: [withdrawalQueue, amount],
  });
  const request = encodeFunctionData({
    abi: withdrawalQueueAbi,
    functionName: "requestWithdrawalsWstETH",
    args: [[amount], from],
  });
  return [
    { what: "approve Lido's queue", from, to: wstETH, data: approve },
    { what: "ask Lido for a withdrawal", from, to: withdrawalQueue, data: request },
  ];
}

/** Gives the market maker its stock and lets the router take it. @param worthWei of each token */
export function fundMarketMaker(worthWei: bigint): DevnetTransaction[] {
  const approve = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [router, maxUint256] });
  return [weth, wstETH, weETH].flatMap((token) => [
    give(token, { to: marketMaker, amount: worthWei }),
    { what: "approve the router", from: marketMaker, to: token, data: approve },
  ]);
}

function give(token: Address, { to, amount }: { to: Address; amount: bigint }): DevnetTransaction {
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args: [to, amount] });
  return { what: "give tokens", from: operator, to: token, data };
}
