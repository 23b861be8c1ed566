/** What one share of stETH is worth: ether per share is `totalPooledEther` ÷ `totalShares`, both read in one block. In wei and shares. */
export type PoolTotals = { readonly totalPooledEther: bigint; readonly totalShares: bigint };
