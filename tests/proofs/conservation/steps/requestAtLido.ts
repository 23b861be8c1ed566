import { DUST } from "../dust.ts";
import { part } from "../part.ts";
import { pieces } from "../pieces.ts";
import { requestOf } from "../requestOf.ts";
import type { Step } from "../step.ts";

const ETH = 10n ** 18n;
/** WithdrawalQueue.sol: 100 wei to 1,000 stETH a request; in wstETH, within them at any rate from 1/10 to 2. */
const SMALLEST = 1_000n;
const LARGEST = 500n * ETH;

/** Asks Lido's queue for a part of the wstETH, in some requests. */
export const requestAtLido =
  (of: bigint, count: bigint): Step =>
  async (chain, { units }) => {
    const amounts = pieces(part(units.wstEth, of), count);
    if (amounts.length === 0 || amounts.some((each) => each < SMALLEST || each > LARGEST)) return null;
    await chain.block(requestOf("lido", amounts));
    return { down: DUST.request * BigInt(amounts.length) };
  };
