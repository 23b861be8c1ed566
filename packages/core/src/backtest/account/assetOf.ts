import type { AssetId, PositionId } from "../../units/brands.ts";
import { assetId, venueOf } from "../../units/ids.ts";

/** The asset that a position is counted in, as the adapters name it: the form, or `EL-<form>` for what is restaked at EigenLayer. */
export function assetOf(position: PositionId): AssetId {
  const form = position.slice(position.indexOf(":") + 1).replace(/@.*$/, "");
  return assetId(venueOf(position) === "eigenlayer" ? `EL-${form}` : form);
}
