import { allocationManagerAbi } from "../abis.ts";
import { avs, operatorNamed, operatorSetId } from "../deploy/eigenLayer.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { percent } from "./percent.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { venueCall } from "./venueCall.ts";

const wadPerBps = 10n ** 14n;

/**
 * The AVS slashes an EigenLayer operator: `bps` of what the operator has allocated to its operator set. Who delegated to the operator loses that
 * share of the allocated part; with half of the stake allocated, 2,000 bps cost 10 % of it.
 */
export const slash: Scenario = async ({ chain, submit }, parameters) => {
  const { operator, bps } = readParameters(parameters, {
    operator: { words: ["A", "B"] },
    bps: { min: 1n, max: 10_000n, fallback: 2_000n },
  });
  const slashed = operatorNamed(operator);
  const { allocationManager, stETHStrategy } = operatorAddresses;
  const magnitude = () =>
    chain.reader.readContract({
      address: allocationManager,
      abi: allocationManagerAbi,
      functionName: "getMaxMagnitude",
      args: [slashed.address, stETHStrategy],
    });
  const before = await magnitude();
  const transactions = await submit([
    venueCall({
      what: `slash operator ${operator}`,
      to: allocationManager,
      abi: allocationManagerAbi,
      functionName: "slashOperator",
      from: avs,
      args: [
        avs,
        {
          operator: slashed.address,
          operatorSetId,
          strategies: [stETHStrategy],
          wadsToSlash: [bps * wadPerBps],
          description: "devnet scenario",
        },
      ],
    }),
  ]);
  const lost = before === 0n ? 0n : ((before - (await magnitude())) * 10_000n) / before;
  return {
    sentence: `EigenLayer operator ${operator} was slashed: everything that is delegated to it is worth ${percent(lost)} less.`,
    transactions,
  };
};
