import type { Policy } from "../policy/policy.ts";
import { callCount } from "./callCount.ts";
import { gasUnits } from "./gasEstimate.ts";
import type { PlanParts } from "./types.ts";

/** Whether a batch of these parts keeps the policy's limits on calls and gas, as the batch-limits rule will judge it. */
export function fitsBatch({ batch }: Policy, parts: PlanParts): boolean {
  return callCount(parts) <= batch.maxCalls && gasUnits(parts) <= batch.maxGas;
}
