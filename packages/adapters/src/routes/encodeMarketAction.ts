import type { InnerCall } from "@ballast/core";
import { ActionRefused } from "../ActionRefused.ts";
import type { EncodeRequest, VenuePosition } from "../adapter.ts";
import { routes } from "./routes.ts";

/**
 * Encodes an action whose value moves over a swap route: exit sells the position's asset, enter buys it.
 *
 * @throws ActionRefused when the venue does not hold this position, the assets do not fit it, or the route refuses.
 */
export function encodeMarketAction(
  positions: readonly VenuePosition[],
  request: EncodeRequest,
): readonly InnerCall[] {
  const { action } = request;
  const refuse = (field: string, facts: { readonly value: string; readonly limit: string }) =>
    new ActionRefused(action.position, { field, ...facts });
  const held = positions.find(({ position }) => position === action.position);
  if (held === undefined) {
    const known = positions.map(({ position }) => position).join(", ");
    throw refuse("position", {
      value: action.position,
      limit: `this venue trades on a market: ${known || "nothing"}`,
    });
  }
  const [side, asset] =
    action.kind === "exit" ? ["spend", action.spend.asset] : ["receive", action.receive.asset];
  if (asset !== held.asset) {
    throw refuse(`${side}.asset`, {
      value: asset,
      limit: `an ${action.kind} of ${held.position} moves ${held.asset}`,
    });
  }
  const route = routes.find(({ id }) => id === action.route);
  if (route === undefined) {
    const known = routes.map(({ id }) => id).join(", ");
    throw refuse("route", { value: action.route, limit: `one of the routes ${known}` });
  }
  return route.encode(request);
}
