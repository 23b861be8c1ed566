import { liquidityPoolAbi, stEthAbi } from "../abis.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { percent } from "./percent.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { venueCall } from "./venueCall.ts";

/**
 * A report says that a protocol has lost ether: a negative rebase. The accounting rate falls with it, and the market follows the rate. ether.fi may only lose what is with its
 * validators, so as much is sent there first.
 */
export const backingLoss: Scenario = async ({ chain, submit }, parameters) => {
  const { venue, bps } = readParameters(parameters, {
    venue: { words: ["lido", "etherfi"] },
    bps: { min: 1n, max: 5_000n, fallback: 200n },
  });
  const address = venue === "lido" ? operatorAddresses.stETH : operatorAddresses.liquidityPool;
  const pooled = await chain.reader.readContract({
    address,
    abi: stEthAbi,
    functionName: "getTotalPooledEther",
  });
  const loss = (pooled * bps) / 10_000n;
  const calls =
    venue === "lido"
      ? [
          venueCall({
            what: "report a loss",
            to: address,
            abi: stEthAbi,
            functionName: "rebaseTo",
            args: [pooled - loss],
          }),
        ]
      : [
          venueCall({
            what: "fund validators",
            to: address,
            abi: liquidityPoolAbi,
            functionName: "fundValidators",
            args: [loss],
          }),
          venueCall({
            what: "report a loss",
            to: address,
            abi: liquidityPoolAbi,
            functionName: "rebase",
            args: [-loss, 0n],
          }),
        ];
  const transactions = await submit(calls);
  const token = venue === "lido" ? "wstETH" : "weETH";
  return {
    sentence: `A report took ${percent(bps)} of ${venue === "lido" ? "Lido" : "ether.fi"}'s ether: each ${token} is backed by that much less.`,
    transactions,
  };
};
