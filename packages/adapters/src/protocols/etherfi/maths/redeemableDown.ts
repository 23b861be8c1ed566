const BPS = 10_000n;

/**
 * Wei that may be redeemed at once into a token: min(liquidity − watermark, bucket), 0 below the watermark, which is
 * floor(pooled·bps/10,000). Into stETH the contract pays no more than the pool's `totalValueOutOfLp` either, which its own view leaves out:
 * a larger redemption reverts with Panic(17).
 * Source: etherfi-protocol/smart-contracts, src/withdrawals/EtherFiRedemptionManager.sol `totalRedeemableAmount`.
 */
export function redeemableDown({
  liquidity,
  pooled,
  lowWatermarkBps,
  bucket,
}: {
  /** wei: what the pool, or for stETH the restaker, has at hand */
  liquidity: bigint;
  /** wei: LiquidityPool.getTotalPooledEther() */
  pooled: bigint;
  lowWatermarkBps: bigint;
  /** wei that the rate limit lets through now */
  bucket: bigint;
}): bigint {
  const free = liquidity - (pooled * lowWatermarkBps) / BPS;
  if (free <= 0n) return 0n;
  return free < bucket ? free : bucket;
}
