import type { ReadRequest, VenueReadings } from "../../adapter.ts";
import { readHoldings } from "../../holdings/readHoldings.ts";
import { etherfiHoldings } from "./holdings.ts";
import { readPauses } from "./readPauses.ts";

/** Balance and rate of weETH, and what is paused. */
export async function read(request: ReadRequest): Promise<VenueReadings> {
  const holdings = etherfiHoldings(request.deployment);
  const [held, pauses] = await Promise.all([readHoldings(holdings, request), readPauses(request)]);
  return { ...held, figures: [], flags: pauses.flags, missing: [...held.missing, ...pauses.missing] };
}
