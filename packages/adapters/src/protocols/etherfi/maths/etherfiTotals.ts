/** What every rate of ether.fi's pool is made of, at one block. */
export type EtherfiTotals = {
  /** wei: LiquidityPool.getTotalPooledEther() */
  readonly pooled: bigint;
  /** shares of eETH: EETH.totalShares() */
  readonly shares: bigint;
};
