/**
 * A payout may lie this many smallest units below the promise without a loss: a request for an amount is turned into whole shares, floor, and a share is worth less
 * than 2 wei at any rate below 2 (ether.fi, LiquidityPool.requestWithdraw; Lido, WithdrawalQueue); stETH that a strategy holds moves by as much.
 */
export const PAYOUT_ROUNDING = 2n;
