import { DUST } from "../dust.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";
import { worldCall } from "../worldCall.ts";

const PPM = 1_000_000n;

/** Lido's oracle reports so many millionths more or less ether. */
export const reportAtLido =
  (ppm: bigint): Step =>
  async (chain, { rates }) => {
    const pooled = (rates.lido.wei * (PPM + ppm)) / PPM;
    // The bounds of dust.ts hold for rates below 2.
    if (pooled * 10n > rates.lido.shares * 19n) return null;
    await chain.block([worldCall(PLACES.stETH, { fn: "rebaseTo", args: [pooled] })]);
    return { down: DUST.none };
  };
