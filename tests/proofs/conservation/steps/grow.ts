import { DUST } from "../dust.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";
import { worldCall } from "../worldCall.ts";

/** Time passes in which both protocols earn. */
export const grow =
  ({ aprBps, seconds }: { readonly aprBps: bigint; readonly seconds: bigint }): Step =>
  async (chain) => {
    const earn = (bps: bigint) =>
      [PLACES.stETH, PLACES.pool].map((to) => worldCall(to, { fn: "setAprBps", args: [bps] }));
    await chain.block(earn(aprBps));
    await chain.block(earn(0n), seconds);
    return { down: DUST.none };
  };
