import fc from "fast-check";
import type { PoolTotals } from "../maths/poolTotals.ts";

const POOLED = fc.bigInt({ min: 10n ** 18n, max: 10n ** 26n });

/** A pool of one ether to a hundred million, with a share worth between a third and three of it. */
export const arbitraryTotals: fc.Arbitrary<PoolTotals> = fc
  .tuple(POOLED, fc.bigInt({ min: 333n, max: 3_000n }))
  .map(([totalPooledEther, perMille]) => ({
    totalPooledEther,
    totalShares: (totalPooledEther * 1_000n) / perMille,
  }));
