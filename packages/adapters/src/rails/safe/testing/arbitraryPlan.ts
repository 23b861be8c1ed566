import type { Action, Plan, RawAmount } from "@ballast/core";
import fc from "fast-check";
import { enterWeEth, exitWstEth, planOf, RATES } from "./sampleBatch.ts";

const SLIPPAGE = 50n;

const rateOf = (asset: string): bigint => {
  const found = RATES.find((rate) => rate.asset === asset);
  if (found === undefined) throw new Error(`the sample has no rate of ${asset}`);
  return found.rate;
};

/** The least output that half a percent of slippage allows, rounded against the account. */
function withLowestMinimum(action: Action): Action {
  const { spend, receive } = action;
  const divisor = rateOf(receive.asset) * 10_000n;
  const floor = spend.amount * rateOf(spend.asset) * (10_000n - SLIPPAGE);
  const atLeast = ((floor + divisor - 1n) / divisor) as RawAmount;
  return { ...action, receive: { ...receive, atLeast, expected: atLeast } };
}

const action = fc
  .record({ spend: fc.bigInt(1n, 10n ** 27n), make: fc.constantFrom(exitWstEth, enterWeEth) })
  .map(({ spend, make }) => withLowestMinimum(make(spend, 1n)));

/** Plans of one to three swaps of any size, every minimum exactly at the policy's limit. */
export const arbitraryPlan: fc.Arbitrary<Plan> = fc
  .array(action, { minLength: 1, maxLength: 3 })
  .map((actions) => planOf(actions));
