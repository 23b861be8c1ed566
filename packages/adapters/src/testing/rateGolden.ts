/** What the real contracts of a share token said on a local chain: totals with the rate, and what unwrapping paid. */
export type RateGolden = {
  readonly source: string;
  readonly rates: readonly {
    readonly totalPooledEther: string;
    readonly totalShares: string;
    readonly rate: string;
  }[];
  readonly unwraps: readonly {
    readonly amount: string;
    readonly totalPooledEther: string;
    readonly totalShares: string;
    readonly paid: string;
  }[];
};

/** floor(1e18 × pooled ether ÷ shares): the rate that these contracts give at such totals. */
export const rateAt = ({
  totalPooledEther,
  totalShares,
}: {
  totalPooledEther: string;
  totalShares: string;
}): bigint => (10n ** 18n * BigInt(totalPooledEther)) / BigInt(totalShares);
