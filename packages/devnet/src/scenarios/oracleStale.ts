import { devnetFeeds } from "../deploy/feeds.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";

/** The reporter of a price feed falls silent; the feed is stale once its heartbeat has passed. `calm` wakes it. */
export const oracleStale: Scenario = async ({ mood, setMood, submit }, parameters) => {
  const { feed } = readParameters(parameters, { feed: { words: ["weETH/ETH", "stETH/ETH", "ETH/USD"] } });
  setMood({ ...mood, silentFeeds: [...new Set([...mood.silentFeeds, feed])].sort() });
  const heartbeat = Object.values(devnetFeeds).find(({ id }) => id === feed)?.heartbeatSeconds ?? 0;
  const transactions = await submit([]);
  return {
    sentence: `Nobody reports ${feed} any more: within ${heartbeat} seconds it is older than its heartbeat.`,
    transactions,
  };
};
