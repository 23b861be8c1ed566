import { call } from "../call.ts";
import { DUST } from "../dust.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";
import { wrapEeth } from "../wrapEeth.ts";

/** Unwraps a part of the wallet's weETH, and wraps it again. Up: as for a deposit. */
export const rewrapWeeth =
  (of: bigint): Step =>
  async (chain, { units }) => {
    const amount = part(units.etherfi, of);
    if (amount < 10n) return null;
    await chain.block([call(PLACES.weETH, { fn: "unwrap", args: [amount] })]);
    await wrapEeth(chain);
    return { down: DUST.rewrapEtherfi, up: 2n * units.loose };
  };
