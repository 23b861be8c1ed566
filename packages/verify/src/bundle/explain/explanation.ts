import type { DecodedCall } from "../../calls/types.ts";
import type { Bundle } from "../schema/signedBundle.ts";

/** The calls at a part's place in the batch. `at` is the number of the first, the deadline check being call 0. */
export type PlacedCalls = {
  readonly bundle: Bundle;
  readonly calls: readonly DecodedCall[];
  readonly at: number;
};

/** A part of the plan: how many calls it explains, and what demands that they are exactly what it says. */
export type Explanation = {
  readonly count: number;
  /** @throws CheckFailedError */
  readonly match: (placed: PlacedCalls) => void;
};
