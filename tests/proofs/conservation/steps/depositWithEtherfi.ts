import { call } from "../call.ts";
import { DUST } from "../dust.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";
import { wrapEeth } from "../wrapEeth.ts";

/** Deposits a part of the wallet's ether with ether.fi, and wraps it. Up: what an earlier rounding left beside weETH is wrapped with it. */
export const depositWithEtherfi =
  (of: bigint): Step =>
  async (chain, { units }) => {
    const value = part(units.ether, of);
    if (value < 10n) return null;
    await chain.block([call(PLACES.pool, { fn: "deposit", value })]);
    await wrapEeth(chain);
    return { down: DUST.depositEtherfi, up: 2n * units.loose };
  };
