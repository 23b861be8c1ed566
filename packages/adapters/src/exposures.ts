import { causeOf, type ExposureFact, type VenueId, WAD_ONE } from "@ballast/core";

type Stated = Pick<ExposureFact, "kind" | "rest" | "source" | "asOf">;

/** All of a venue's value is at the mercy of one cause. */
export function wholly(
  venue: VenueId,
  { id, ...stated }: Omit<Stated, "rest"> & { readonly id: string },
): ExposureFact {
  return { of: causeOf("protocol", venue), parts: [{ id, share: WAD_ONE }], rest: "none", ...stated };
}

/** Nothing is known of the parts: what they leave is unknown, or it is known that there are none. */
export function withoutParts(venue: VenueId, stated: Stated): ExposureFact {
  return { of: causeOf("protocol", venue), parts: [], ...stated };
}
