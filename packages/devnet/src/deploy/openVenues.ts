import { encodeFunctionData, maxUint256, zeroAddress } from "viem";
import {
  erc20Abi,
  liquidityPoolAbi,
  stEthAbi,
  weEthAbi,
  wethAbi,
  withdrawalQueueAbi,
  wstEthAbi,
} from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { openRedemption } from "./etherfiRedemption.ts";
import { operatorAddresses } from "./operatorDeployments.ts";
import { venues } from "./venues.ts";

const operator = devnetAccounts.operator.address;
const { stETH, wstETH, withdrawalQueue, liquidityPool, eETH, weETH, weth } = operatorAddresses;
const wad = 10n ** 18n;

/** The operator stakes as the whole world: shares equal ether before the first report. */
export function firstDeposits(): DevnetTransaction[] {
  const submit = encodeFunctionData({ abi: stEthAbi, functionName: "submit", args: [zeroAddress] });
  const deposit = encodeFunctionData({ abi: liquidityPoolAbi, functionName: "deposit" });
  return [
    { what: "stake with Lido", from: operator, to: stETH, data: submit, value: venues.lido.shares },
    {
      what: "deposit with ether.fi",
      from: operator,
      to: liquidityPool,
      data: deposit,
      value: venues.etherfi.shares,
    },
  ];
}

/** The ways out through the protocols: Lido's queue begins paused, ether.fi's redemption without parameters. */
export function openWithdrawals(): DevnetTransaction[] {
  const resume = encodeFunctionData({ abi: withdrawalQueueAbi, functionName: "resume" });
  return [
    { what: "open Lido's withdrawal queue", from: operator, to: withdrawalQueue, data: resume },
    openRedemption(),
  ];
}

/** Reports bring each protocol to the rate at which history begins; from here it grows by its yield. */
export function firstReports(): DevnetTransaction[] {
  const pooled = (venues.lido.shares * venues.lido.rateWad) / wad;
  const rebaseTo = encodeFunctionData({ abi: stEthAbi, functionName: "rebaseTo", args: [pooled] });
  const lidoApr = encodeFunctionData({
    abi: stEthAbi,
    functionName: "setAprBps",
    args: [venues.lido.aprBps],
  });
  const etherfiApr = encodeFunctionData({
    abi: liquidityPoolAbi,
    functionName: "setAprBps",
    args: [venues.etherfi.aprBps],
  });
  return [
    { what: "first Lido report", from: operator, to: stETH, data: rebaseTo },
    ...etherfiReports(),
    { what: "Lido's yield", from: operator, to: stETH, data: lidoApr },
    { what: "ether.fi's yield", from: operator, to: liquidityPool, data: etherfiApr },
  ];
}

/** As many reports as it takes: ether.fi's pool lets none of them raise the total by more than 25 bps. */
function etherfiReports(): DevnetTransaction[] {
  const { shares, rateWad } = venues.etherfi;
  const reports: DevnetTransaction[] = [];
  const target = (shares * rateWad) / wad;
  for (let pooled = shares; pooled < target; ) {
    const most = (pooled * 25n) / 10_000n;
    const rewards = target - pooled < most ? target - pooled : most;
    const data = encodeFunctionData({ abi: liquidityPoolAbi, functionName: "rebase", args: [rewards, 0n] });
    const what = `ether.fi report ${reports.length + 1}`;
    reports.push({ what, from: operator, to: liquidityPool, data, gas: 300_000n });
    pooled += rewards;
  }
  return reports;
}

/**
 * Wraps enough of all three tokens for the pools, the market maker and the treasury.
 * @param worthWei of each token, in ether's worth
 */
export function wrapAll(worthWei: bigint): DevnetTransaction[] {
  const approve = (spender: typeof wstETH) =>
    encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, maxUint256] });
  const wrapStEth = encodeFunctionData({ abi: wstEthAbi, functionName: "wrap", args: [worthWei] });
  const wrapEEth = encodeFunctionData({ abi: weEthAbi, functionName: "wrap", args: [worthWei] });
  const deposit = encodeFunctionData({ abi: wethAbi, functionName: "deposit" });
  return [
    { what: "approve wstETH", from: operator, to: stETH, data: approve(wstETH) },
    { what: "wrap stETH", from: operator, to: wstETH, data: wrapStEth },
    { what: "approve weETH", from: operator, to: eETH, data: approve(weETH) },
    { what: "wrap eETH", from: operator, to: weETH, data: wrapEEth },
    { what: "wrap ether", from: operator, to: weth, data: deposit, value: 2n * worthWei },
  ];
}
