import type { Line } from "../../plan/planningFacts.ts";
import { growthOf } from "../growthOf.ts";
import type { Row } from "../linearProblem.ts";
import { MARGIN } from "../margin.ts";
import { type Model, shareDown } from "../model.ts";

type Bounded = {
  readonly by: string;
  /** In base units; may be negative. */
  readonly room: bigint;
  readonly isMeant: (line: Line) => boolean;
};

/** A group of positions grows by no more than there is room for, and not at all where there is none. */
export function roomRow(model: Model, { by, room, isMeant }: Bounded): Row {
  const { terms, positions } = growthOf(model, isMeant);
  const most = shareDown(model, room) - MARGIN;
  return { terms, atMost: most > 0n ? most : 0n, by, positions };
}
