import { innerCap } from "../../plan/allocate/innerLimits.ts";
import type { Line } from "../../plan/planningFacts.ts";
import type { Bps } from "../../units/brands.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { growthOf } from "../growthOf.ts";
import type { Row } from "../linearProblem.ts";
import { MARGIN } from "../margin.ts";
import type { Model } from "../model.ts";
import { LOSS, mostLoss } from "./loss.ts";

type Capped = {
  readonly by: string;
  /** What there is under the cap now, as a share of the account, rounded up. */
  readonly held: bigint;
  readonly max: Bps;
  readonly isMeant: (line: Line) => boolean;
};

/**
 * A group of positions grows to its cap on the account's value less the hysteresis, or not at all where it is beyond that; and it keeps its cap of what the account is worth afterwards. A move inside
 * the group adds nothing.
 */
export function shareCapRows(model: Model, { by, held, max, isMeant }: Capped): Row[] {
  const { terms, positions } = growthOf(model, isMeant);
  const row = { by, positions };
  const most = (max * WAD_ONE) / BPS_ONE;
  const inner = (innerCap(max) * WAD_ONE) / BPS_ONE - held;
  const outer = most - held - MARGIN;
  const grows = { ...row, terms, atMost: inner > 0n ? inner : 0n };
  const isNear = grows.atMost + (most * mostLoss(model)) / WAD_ONE > outer;
  if (outer < 0n || max === BPS_ONE || !isNear) return [grows];
  return [grows, { ...row, terms: [...terms, { column: LOSS, times: most }], atMost: outer }];
}
