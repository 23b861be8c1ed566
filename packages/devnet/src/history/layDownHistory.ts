import type { Chain } from "../chain/chain.ts";
import { runBlock } from "../chain/runBlock.ts";
import { feedReports } from "../market/feedReports.ts";
import { marketMakerSwaps } from "../market/marketMakerSwaps.ts";
import { readMarket } from "../market/readMarket.ts";
import { historyTimestamps } from "./historyTimestamps.ts";

/**
 * Lives through the past block by block: prices are reported and pools kept at their rates, as in the present.
 * @param to seconds, the timestamp of the last block
 */
export async function layDownHistory(chain: Chain, { to }: { to: number }): Promise<void> {
  const { timestamp } = await chain.reader.getBlock({ blockTag: "latest" });
  for (const at of historyTimestamps(Number(timestamp), to)) {
    const market = await readMarket(chain);
    await runBlock(chain, {
      timestamp: at,
      transactions: [...marketMakerSwaps(market, null), ...feedReports(market, { now: at })],
    });
  }
}
