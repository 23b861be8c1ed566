import { venues } from "../deploy/venues.ts";
import { marketMakerSwaps } from "../market/marketMakerSwaps.ts";
import { readMarket } from "../market/readMarket.ts";
import { calmMood } from "../state/mood.ts";
import { integerParameters } from "./integerParameters.ts";
import { percent } from "./percent.ts";
import type { Scenario } from "./scenario.ts";
import { setEtherfiApr, setLidoApr } from "./setAprs.ts";

/** Undoes every other scenario: yields as at the beginning, pools at their rates, an ordinary base fee. */
export const calm: Scenario = async ({ chain, setMood, submit }, parameters) => {
  integerParameters(parameters, {});
  const { lido, etherfi } = venues;
  setMood({ ...calmMood });
  const swaps = marketMakerSwaps(await readMarket(chain), null);
  const transactions = await submit([setLidoApr(lido.aprBps), setEtherfiApr(etherfi.aprBps), ...swaps]);
  return {
    sentence: `wstETH grows at ${percent(lido.aprBps)} and weETH at ${percent(etherfi.aprBps)} a year again, both pools stand at their rates, and gas costs what it did.`,
    transactions,
  };
};
