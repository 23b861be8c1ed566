import { eigenlayerCalls } from "@ballast/adapters";
import { address } from "@ballast/core";
import { zeroAddress } from "viem";
import { DUST } from "../dust.ts";
import { magnitudeOf } from "../magnitudeOf.ts";
import { OPERATORS } from "../operators.ts";
import { PLACES } from "../places.ts";
import { scalingDust } from "../scalingDust.ts";
import type { Step } from "../step.ts";

/** Delegates to an operator; away from another, everything is queued first. */
export const delegate =
  (to: keyof typeof OPERATORS): Step =>
  async (chain, { units }) => {
    const request = { ...PLACES, operator: address(OPERATORS[to].toLowerCase()), approval: null };
    if (units.operator !== zeroAddress) {
      await chain.block(eigenlayerCalls.encodeRedelegate(request));
      return { down: DUST.none };
    }
    const isGone = (await magnitudeOf(chain, OPERATORS[to])).max === 0n;
    if (isGone && units.deposited > 0n) return null;
    await chain.block(eigenlayerCalls.encodeDelegate(request));
    return { down: scalingDust(units.deposited) };
  };
