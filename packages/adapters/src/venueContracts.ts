import type { VenueId } from "@ballast/core";
import type { AdapterContract } from "./adapter.ts";
import type { Deployment } from "./deployment/types.ts";

/** The contracts that the deployment gives for a venue, each with its citation. */
export const venueContracts = (venue: VenueId, { venues, chainId }: Deployment): readonly AdapterContract[] =>
  Object.entries(venues[venue] ?? {}).map(([name, { address, citation }]) => ({
    name,
    address,
    chainId,
    citation,
  }));
