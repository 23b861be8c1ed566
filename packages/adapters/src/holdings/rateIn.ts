import type { AssetId, Wad } from "@ballast/core";
import type { VenueReadings } from "../adapter.ts";
import type { Read } from "../chain/read.ts";

/** The rate of an asset among a venue's readings, or why it was not read. */
export function rateIn(
  { rates, missing }: Pick<VenueReadings, "rates" | "missing">,
  asset: AssetId | string,
): Read<Wad> {
  const reading = rates.find((each) => each.asset === asset);
  if (reading !== undefined) return { ok: true, value: reading.rate };
  const subject = `rate:${asset}`;
  const detail = "the venue has no rate of it";
  const why = missing.find((each) => each.subject === subject);
  return { ok: false, missing: why ?? { subject, code: "unexpected", retry: false, detail } };
}
