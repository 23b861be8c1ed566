import { callCount } from "../../plan/callCount.ts";
import { GAS_PER_ACTION, GAS_PER_BATCH } from "../../plan/gasEstimate.ts";
import { min } from "../../units/order.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Limit } from "../limit.ts";
import type { Model } from "../model.ts";

/** The choice whether there is a batch at all. */
export const ANY = "any";

/** Calls of the deadline check, and of each swap: as the rule on the batch counts them. */
const CALLS_PER_BATCH = callCount({ claims: [], actions: [], requests: [] });
const CALLS_PER_ACTION = 2n;

/** Swaps that a batch takes by its limits on calls and gas. */
export function mostSwaps({ context }: Model): bigint {
  const { maxCalls, maxGas } = context.policy.batch;
  const swaps = min(
    (maxCalls - CALLS_PER_BATCH) / CALLS_PER_ACTION,
    (maxGas - GAS_PER_BATCH) / GAS_PER_ACTION,
  );
  return swaps > 0n ? swaps : 0n;
}

/** No more swaps than the batch's calls and gas allow, and none without a batch. */
export const batchLimits: Limit = (model) => {
  const trades = [...model.sales, ...model.purchases];
  const positions = trades.map(({ line }) => line.position);
  const choices = trades.map(({ choice }) => ({ column: choice, times: WAD_ONE }));
  const batch = { column: ANY, times: -mostSwaps(model) * WAD_ONE };
  return {
    columns: [{ name: ANY, kind: "choice", most: WAD_ONE }],
    rows: [{ terms: [...choices, batch], atMost: 0n, by: "batch", positions }],
  };
};
