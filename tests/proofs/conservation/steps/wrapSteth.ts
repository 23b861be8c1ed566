import { call } from "../call.ts";
import { DUST } from "../dust.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";

/** Wraps a part of the wallet's stETH. */
export const wrapSteth =
  (of: bigint): Step =>
  async (chain, { units, rates }) => {
    const amount = part((units.stEth * rates.lido.wei) / rates.lido.shares, of);
    if (amount === 0n) return null;
    await chain.block([
      call(PLACES.stETH, { fn: "approve", args: [PLACES.wstETH, amount] }),
      call(PLACES.wstETH, { fn: "wrap", args: [amount] }),
    ]);
    return { down: DUST.none };
  };
