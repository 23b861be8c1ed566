import { call } from "../call.ts";
import { DUST } from "../dust.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";

/** Unwraps a part of the wallet's wstETH. */
export const unwrapWsteth =
  (of: bigint): Step =>
  async (chain, { units }) => {
    const amount = part(units.wstEth, of);
    if (amount === 0n) return null;
    await chain.block([call(PLACES.wstETH, { fn: "unwrap", args: [amount] })]);
    return { down: DUST.unwrapLido };
  };
