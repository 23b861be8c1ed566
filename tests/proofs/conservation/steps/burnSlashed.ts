import { DUST } from "../dust.ts";
import { ABI } from "../ledgerAbi.ts";
import { OPERATOR_SET } from "../operatorSet.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";
import { worldCall } from "../worldCall.ts";

/** What the latest slash took leaves the strategy. */
export const burnSlashed = (): Step => async (chain) => {
  const slashId = await chain.client.readContract({
    address: PLACES.allocation,
    abi: ABI,
    functionName: "getSlashCount",
    args: [OPERATOR_SET],
  });
  if (slashId === 0n) return null;
  const args = [OPERATOR_SET, slashId] as const;
  await chain.block([worldCall(PLACES.strategyManager, { fn: "clearBurnOrRedistributableShares", args })]);
  return { down: DUST.none };
};
