import { DUST } from "../dust.ts";
import type { Step } from "../step.ts";

/** Blocks pass in which nothing happens. */
export const wait =
  (blocks: bigint): Step =>
  async (chain) => {
    await chain.mine(Number(blocks));
    return { down: DUST.none };
  };
