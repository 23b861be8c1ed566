import { call } from "../call.ts";
import { DUST } from "../dust.ts";
import { magnitudeOf } from "../magnitudeOf.ts";
import { OPERATOR_SET } from "../operatorSet.ts";
import { OPERATORS } from "../operators.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";

/** The operator lets the service slash all that is left of it: only then can a slash take everything. */
export const allocateAll =
  (name: keyof typeof OPERATORS): Step =>
  async (chain) => {
    const from = OPERATORS[name];
    const { max, allocated } = await magnitudeOf(chain, from);
    if (allocated === max) return null;
    const params = [{ operatorSet: OPERATOR_SET, strategies: [PLACES.strategy], newMagnitudes: [max] }];
    await chain.block([
      { ...call(PLACES.allocation, { fn: "modifyAllocations", args: [from, params] }), from },
    ]);
    return { down: DUST.none };
  };
