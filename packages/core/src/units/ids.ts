import type { AssetId, PositionId, RouteId, SourceId, TicketId, VenueId } from "./brands.ts";
import { quoted } from "./quoted.ts";
import { UnitError } from "./unitError.ts";

type Shape = { readonly unit: string; readonly pattern: RegExp; readonly limit: string };

const LOWER: Omit<Shape, "unit"> = {
  pattern: /^[a-z0-9][a-z0-9-]{0,31}$/,
  limit: "1 to 32 lower-case letters, digits or hyphens, not starting with a hyphen",
};
const ASSET: Shape = {
  unit: "asset id",
  pattern: /^[A-Za-z0-9][A-Za-z0-9.+_-]{0,31}$/,
  limit: "a symbol of 1 to 32 letters, digits or . + _ -",
};
const SOURCE: Shape = {
  unit: "source id",
  pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  limit: "1 to 64 letters, digits or . _ -",
};
const POSITION: Shape = {
  unit: "position id",
  pattern: /^[a-z0-9][a-z0-9-]{0,31}:[A-Za-z0-9][A-Za-z0-9.+_@-]{0,95}$/,
  limit: "<venue>:<form>, for example lido:wstETH",
};

const TICKET: Shape = {
  unit: "ticket id",
  pattern: /^[a-z0-9][a-z0-9-]{0,31}:[A-Za-z0-9]{1,80}$/,
  limit: "<venue>:<number or hash>, for example etherfi:17",
};

function inShape(text: string, { unit, pattern, limit }: Shape): string {
  if (typeof text !== "string" || !pattern.test(text)) {
    throw new UnitError({ unit, value: quoted(text), limit });
  }
  return text;
}

/** Asset of the deployment by its symbol there. @throws UnitError */
export function assetId(text: string): AssetId {
  return inShape(text, ASSET) as AssetId;
}

/** Protocol as a place to hold value. @throws UnitError */
export function venueId(text: string): VenueId {
  return inShape(text, { ...LOWER, unit: "venue id" }) as VenueId;
}

/** `<venue>:<form>`. @throws UnitError */
export function positionId(text: string): PositionId {
  return inShape(text, POSITION) as PositionId;
}

/** `<venue>:<number or hash>`: a withdrawal under way. @throws UnitError */
export function ticketId(text: string): TicketId {
  return inShape(text, TICKET) as TicketId;
}

/** Swap venue. @throws UnitError */
export function routeId(text: string): RouteId {
  return inShape(text, { ...LOWER, unit: "route id" }) as RouteId;
}

/** Source of chain data as the operator named it. @throws UnitError */
export function sourceId(text: string): SourceId {
  return inShape(text, SOURCE) as SourceId;
}

/** The venue in a position id: what stands before the colon. */
export function venueOf(position: PositionId): VenueId {
  return venueId(position.slice(0, position.indexOf(":")));
}
