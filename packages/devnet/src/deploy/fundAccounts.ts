import { type Address, encodeFunctionData, maxUint256 } from "viem";
import { erc20Abi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { operatorAddresses } from "./operatorDeployments.ts";
import { safeContracts } from "./safeContracts.ts";
import { createSafeCall, treasurySafes } from "./treasurySafes.ts";
import { venues } from "./venues.ts";

const operator = devnetAccounts.operator.address;
const marketMaker = devnetAccounts.marketMaker.address;
const { weth, wstETH, weETH, router } = operatorAddresses;
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
    give(wstETH, { to: safe.address, amount: (safe.holdings.wstETH * wad) / venues.lido.rateWad }),
    give(weETH, { to: safe.address, amount: (safe.holdings.weETH * wad) / venues.etherfi.rateWad }),
    give(weth, { to: safe.address, amount: safe.holdings.WETH }),
  ]);
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
