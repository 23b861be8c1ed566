import { innerCap } from "../../plan/allocate/innerLimits.ts";
import type { Policy } from "../../policy/policy.ts";
import { portfolioOf, venueValue } from "../../portfolio/portfolio.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { growthOf } from "../growthOf.ts";
import type { Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import { MARGIN } from "../margin.ts";
import { type Model, shareUp } from "../model.ts";
import { LOSS, mostLoss } from "./loss.ts";

type Cap = Policy["caps"]["protocols"][number];

/** A venue grows to its cap less the hysteresis, or not at all where it is beyond that; and it keeps its cap of what the account is worth afterwards. A move inside the venue adds nothing. */
function rowsOf(
  model: Model,
  { cap: { venue, max }, lost }: { readonly cap: Cap; readonly lost: bigint },
): Row[] {
  const held = shareUp(model, venueValue(portfolioOf(model.context), venue));
  const { terms, positions } = growthOf(model, (line) => line.venue === venue);
  const row = { by: "protocol-cap", positions };
  const most = (max * WAD_ONE) / BPS_ONE;
  const inner = (innerCap(max) * WAD_ONE) / BPS_ONE - held;
  const outer = most - held - MARGIN;
  const grows = { ...row, terms, atMost: inner > 0n ? inner : 0n };
  const isNear = grows.atMost + (most * lost) / WAD_ONE > outer;
  if (outer < 0n || max === BPS_ONE || !isNear) return [grows];
  return [grows, { ...row, terms: [...terms, { column: LOSS, times: most }], atMost: outer }];
}

/** The caps on what is at one protocol's risk. */
export const protocolCaps: Limit = (model) => {
  const lost = mostLoss(model);
  return { rows: model.context.policy.caps.protocols.flatMap((cap) => rowsOf(model, { cap, lost })) };
};
