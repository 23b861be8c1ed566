/** Where the two protocols stand when history begins. Mainnet's orders of magnitude; the figures themselves are the devnet's own. */
export const venues = {
  lido: { shares: 7_700_000n * 10n ** 18n, rateWad: 1_229_000_000_000_000_000n, aprBps: 290n },
  etherfi: {
    shares: 2_400_000n * 10n ** 18n,
    rateWad: 1_088_500_000_000_000_000n,
    aprBps: 310n,
    minWithdraw: 10n ** 15n,
    maxWithdraw: 1_000n * 10n ** 18n,
  },
} as const;
