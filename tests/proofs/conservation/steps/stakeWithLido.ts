import { zeroAddress } from "viem";
import { call } from "../call.ts";
import { DUST } from "../dust.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";

/** Stakes a part of the wallet's ether with Lido. */
export const stakeWithLido =
  (of: bigint): Step =>
  async (chain, { units }) => {
    const value = part(units.ether, of);
    if (value < 10n) return null;
    await chain.block([call(PLACES.stETH, { fn: "submit", args: [zeroAddress], value })]);
    return { down: DUST.stake };
  };
