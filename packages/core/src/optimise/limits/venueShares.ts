import { stakesOf } from "../../policy/rules/treasury.ts";
import type { Bps, VenueId } from "../../units/brands.ts";
import { sumValues } from "../../units/order.ts";
import { BPS_ONE } from "../../units/share.ts";
import type { Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import type { Model } from "../model.ts";
import { roomRow } from "./roomRow.ts";

/** None is added in a venue that states no value: the rule freezes its entries. */
function rowOf(model: Model, { venue, max }: { readonly venue: VenueId; readonly max: Bps }): Row {
  const { figures } = model.context.snapshot;
  const whole = figures.find((each) => each.venue === venue && each.figure === "tvl")?.value ?? 0n;
  const together = sumValues(
    stakesOf(model.context, (held) => held.venue === venue).map(({ value }) => value),
  );
  const room = (whole * max) / BPS_ONE - together;
  return roomRow(model, { by: "venue-share", room, isMeant: (line) => line.venue === venue });
}

/** The limit on the treasury's share of any one venue. */
export const venueShares: Limit = (model) => {
  const max = model.context.policy.caps.venueShare;
  const venues = new Set(model.purchases.map(({ line }) => line.venue));
  return { rows: max === undefined ? [] : [...venues].map((venue) => rowOf(model, { venue, max })) };
};
