import { allocationManagerAbi } from "../abis.ts";
import { avs, operatorNamed, operatorSetId } from "../deploy/eigenLayer.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { percent } from "./percent.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { venueCall } from "./venueCall.ts";

const wadPerBps = 10n ** 14n;

/** An EigenLayer operator changes how much of its stake its operator set may slash. Less takes effect only after the deallocation delay. */
export const operatorReallocates: Scenario = async ({ submit }, parameters) => {
  const { operator, bps } = readParameters(parameters, {
    operator: { words: ["A", "B"] },
    bps: { min: 0n, max: 10_000n, fallback: 9_000n },
  });
  const from = operatorNamed(operator).address;
  const transactions = await submit([
    venueCall({
      what: `reallocate operator ${operator}`,
      to: operatorAddresses.allocationManager,
      abi: allocationManagerAbi,
      functionName: "modifyAllocations",
      from,
      args: [
        from,
        [
          {
            operatorSet: { avs, id: operatorSetId },
            strategies: [operatorAddresses.stETHStrategy],
            newMagnitudes: [bps * wadPerBps],
          },
        ],
      ],
    }),
  ]);
  return {
    sentence: `EigenLayer operator ${operator} lets its operator set slash ${percent(bps)} of what is delegated to it; less than before only after the deallocation delay.`,
    transactions,
  };
};
