import type { AssetId, RateReading, VenueId, Wad } from "@ballast/core";
import type { PinnedCall } from "./chain/pinnedReader.ts";

/**
 * Where the accounting rate of an asset comes from: a call whose first word is base units for 1e18 smallest units
 * of the asset (rounded down by the protocol), or a definition that needs no call.
 */
export type RateSource = {
  readonly asset: AssetId;
  readonly venue: VenueId;
  readonly source: RateReading["source"];
  /** As in RateReading. */
  readonly growsWith?: AssetId;
} & ({ readonly kind: "call"; readonly call: PinnedCall } | { readonly kind: "fixed"; readonly rate: Wad });
