import { eigenlayerCalls } from "@ballast/adapters";
import { DUST } from "../dust.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";

/** Queues a part of the deposit shares. */
export const queueAtEigenlayer =
  (of: bigint): Step =>
  async (chain, { units }) => {
    const depositShares = part(units.deposited, of);
    if (depositShares === 0n) return null;
    const withdrawals = [{ strategy: PLACES.strategy, depositShares }];
    await chain.block(eigenlayerCalls.encodeQueue({ ...PLACES, withdrawals }));
    return { down: DUST.queue };
  };
