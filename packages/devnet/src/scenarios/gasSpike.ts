import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";

const gwei = 10n ** 9n;

/**
 * Every block of the next minutes has a high base fee. anvil refuses a transaction that offers less, and drops one that
 * was waiting; on mainnet it would wait on.
 */
export const gasSpike: Scenario = async ({ mood, setMood, submit, headTimestamp }, parameters) => {
  const { baseFeeGwei, minutes } = readParameters(parameters, {
    baseFeeGwei: { min: 2n, max: 50_000n, fallback: 300n },
    minutes: { min: 1n, max: 1_440n, fallback: 10n },
  });
  const untilTimestamp = (await headTimestamp()) + Number(minutes) * 60;
  setMood({ ...mood, gasSpike: { untilTimestamp, baseFeeWei: baseFeeGwei * gwei } });
  const transactions = await submit([]);
  return { sentence: `The base fee is ${baseFeeGwei} gwei for the next ${minutes} minutes.`, transactions };
};
