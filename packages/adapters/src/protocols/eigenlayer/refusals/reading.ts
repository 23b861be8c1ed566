import type { AccountReadings, VenueReadings } from "../../../adapter.ts";

/** What was read of EigenLayer, and of the account. */
export type EigenLayerReading = {
  readonly venue: Pick<VenueReadings, "figures" | "rates">;
  readonly account: Pick<AccountReadings, "account" | "positions" | "exits" | "tickets">;
};
