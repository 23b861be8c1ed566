import { percent } from "./percent.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { setEtherfiApr } from "./setAprs.ts";

/**
 * weETH grows faster from now on. The default is so high that a keeper that measures over 10 minutes sees a clear
 * difference within 60 s, when 60 of its 600 s are new: 3.1 % · 9/10 + 60 % · 1/10 ≈ 8.8 % a year.
 */
export const yieldShift: Scenario = async ({ submit }, parameters) => {
  const { aprBps } = readParameters(parameters, { aprBps: { min: 0n, max: 50_000n, fallback: 6_000n } });
  const transactions = await submit([setEtherfiApr(aprBps)]);
  return {
    sentence: `weETH now grows at ${percent(aprBps)} a year; nothing else has changed.`,
    transactions,
  };
};
