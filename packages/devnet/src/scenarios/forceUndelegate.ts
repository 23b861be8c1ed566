import { zeroAddress } from "viem";
import { delegationManagerAbi } from "../abis.ts";
import { operatorOf } from "../deploy/eigenLayer.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { treasurySafes } from "../deploy/treasurySafes.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { venueCall } from "./venueCall.ts";

/** An EigenLayer operator puts a Safe of the treasury out: its stake is queued, not lost, earns nothing, and the Safe must claim it. */
export const forceUndelegate: Scenario = async ({ chain, submit }, parameters) => {
  const { safe } = readParameters(parameters, { safe: { words: ["operations", "reserve"] } });
  const put = safe === "operations" ? treasurySafes[0] : treasurySafes[1];
  const { delegationManager: address } = operatorAddresses;
  const read = { address, abi: delegationManagerAbi, functionName: "delegatedTo" } as const;
  const operator = await chain.reader.readContract({ ...read, args: [put.address] });
  if (operator === zeroAddress)
    return { sentence: `${put.name} is not delegated; nothing was done.`, transactions: [] };
  const transactions = await submit([
    venueCall({
      what: `undelegate ${put.name}`,
      to: address,
      abi: delegationManagerAbi,
      functionName: "undelegate",
      from: operator,
      args: [put.address],
    }),
  ]);
  return {
    sentence: `EigenLayer operator ${operatorOf(operator)} has put ${put.name} out: its stake waits in the withdrawal queue.`,
    transactions,
  };
};
