import { portfolioOf, venueValue } from "../../portfolio/portfolio.ts";
import type { Limit } from "../limit.ts";
import { shareUp } from "../model.ts";
import { shareCapRows } from "./shareCapRows.ts";

/** The caps on what is at one protocol's risk. */
export const protocolCaps: Limit = (model) => ({
  rows: model.context.policy.caps.protocols.flatMap(({ venue, max }) =>
    shareCapRows(model, {
      by: "protocol-cap",
      held: shareUp(model, venueValue(portfolioOf(model.context), venue)),
      max,
      isMeant: (line) => line.venue === venue,
    }),
  ),
});
