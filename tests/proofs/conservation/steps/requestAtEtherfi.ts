import { DUST } from "../dust.ts";
import { part } from "../part.ts";
import { pieces } from "../pieces.ts";
import { requestOf } from "../requestOf.ts";
import type { Step } from "../step.ts";

const ETH = 10n ** 18n;
/** The pool takes 0.001 to 1,000 ether a request; in weETH, within them at any rate from 1/10 to 2. */
const SMALLEST = ETH / 100n;
const LARGEST = 500n * ETH;

/** Asks ether.fi's queue for a part of the weETH, in some requests. */
export const requestAtEtherfi =
  (of: bigint, count: bigint): Step =>
  async (chain, { units }) => {
    const amounts = pieces(part(units.etherfi, of), count);
    if (amounts.length === 0 || amounts.some((each) => each < SMALLEST || each > LARGEST)) return null;
    await chain.block(requestOf("etherfi", amounts));
    return { down: DUST.request * BigInt(amounts.length) };
  };
