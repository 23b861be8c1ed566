import { venues } from "../deploy/venues.ts";
import { marketMakerSwaps } from "../market/marketMakerSwaps.ts";
import { readMarket } from "../market/readMarket.ts";
import { calmMood } from "../state/mood.ts";
import { percent } from "./percent.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { setEtherfiApr, setLidoApr } from "./setAprs.ts";
import { unpauseAll } from "./unpauseAll.ts";

/**
 * Undoes what can be undone of the other scenarios: yields as at the beginning, pools at their rates, an ordinary base fee, every pause over, every
 * feed reported. What was lost to a slash or a bad report stays lost.
 */
export const calm: Scenario = async ({ chain, setMood, submit }, parameters) => {
  readParameters(parameters, {});
  const { lido, etherfi } = venues;
  setMood({ ...calmMood });
  const swaps = marketMakerSwaps(await readMarket(chain), null);
  const transactions = await submit([
    ...(await unpauseAll(chain)),
    setLidoApr(lido.aprBps),
    setEtherfiApr(etherfi.aprBps),
    ...swaps,
  ]);
  return {
    sentence: `wstETH grows at ${percent(lido.aprBps)} and weETH at ${percent(etherfi.aprBps)} a year again, both pools stand at their rates, nothing is paused, and gas costs what it did.`,
    transactions,
  };
};
