import { maxUint256 } from "viem";
import { erc20Abi, liquidityPoolAbi, redemptionManagerAbi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import { exitFeeBps, nativeEther } from "../deploy/etherfiRedemption.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { percent } from "./percent.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { venueCall } from "./venueCall.ts";

const { liquidityPool, redemptionManager, eETH } = operatorAddresses;

/**
 * The largest holder of eETH leaves at once, through instant redemption. The fee is waived for that block: paid, it would raise the rate for those who
 * stay, and this scenario is about the total alone.
 */
export const tvlDrain: Scenario = async ({ chain, submit }, parameters) => {
  const { bps } = readParameters(parameters, { bps: { min: 1n, max: 4_000n, fallback: 2_500n } });
  const pooled = await chain.reader.readContract({
    address: liquidityPool,
    abi: liquidityPoolAbi,
    functionName: "getTotalPooledEther",
  });
  const amount = (pooled * bps) / 10_000n;
  const fee = (waived: number) =>
    venueCall({
      what: "set the exit fee",
      to: redemptionManager,
      abi: redemptionManagerAbi,
      functionName: "setExitFeeBasisPoints",
      args: [waived, nativeEther],
    });
  const transactions = await submit([
    fee(0),
    venueCall({
      what: "approve",
      to: eETH,
      abi: erc20Abi,
      functionName: "approve",
      args: [redemptionManager, maxUint256],
    }),
    venueCall({
      what: "redeem",
      to: redemptionManager,
      abi: redemptionManagerAbi,
      functionName: "redeemEEth",
      args: [amount, devnetAccounts.operator.address, nativeEther],
    }),
    fee(exitFeeBps),
  ]);
  return {
    sentence: `The largest holder redeemed ${percent(bps)} of all eETH at once. The rate of weETH has not changed.`,
    transactions,
  };
};
