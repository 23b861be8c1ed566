import type { ReadRequest, VenueReadings } from "../../adapter.ts";
import { readHoldings } from "../../holdings/readHoldings.ts";
import { idleHoldings } from "./holdings.ts";

/** Balances of ETH and WETH. */
export async function read(request: ReadRequest): Promise<VenueReadings> {
  return { ...(await readHoldings(idleHoldings(request.deployment), request)), figures: [], flags: [] };
}
