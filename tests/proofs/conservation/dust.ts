/** An amount rounded down to a wei loses less than one. */
const A_WEI = 1n;
/** An amount rounded down to a share loses less than a share's worth, and no rate here reaches 2 (the ledger checks that). */
const A_SHARE = 2n;

/**
 * By how many wei rounding may change what the account is worth in a step. Always down, so against whoever acts, but for the two that say so. Each figure
 * counts the floors on the action's way through the contracts.
 */
export const DUST = {
  /** Shares move as they are: stETH and wstETH are the same shares, a whole stake queues as it is, a claim pays what it said. */
  none: 0n,
  /** StETH._submit: the shares. */
  stake: A_SHARE,
  /** WstETH.unwrap: the amount, then the shares that its transfer moves. */
  unwrapLido: A_WEI + A_SHARE,
  /** LiquidityPool._deposit: the shares; WeETH.wrap of the balance: the amount shown, then its shares. */
  depositEtherfi: A_SHARE + A_WEI + A_SHARE,
  /** WeETH.unwrap and wrap again: each an amount and its shares. */
  rewrapEtherfi: 2n * (A_WEI + A_SHARE),
  /** Each request at Lido or ether.fi: the amount that its token unwraps to, then the shares of that. */
  request: A_WEI + A_SHARE,
  /** Each request that is finalised: its payment, and at Lido the rate of 27 digits before it. */
  finalise: 2n * A_WEI,
  /** EtherFiRedemptionManager._redemptionOf: eETH, its shares, those without the fee, their amount. */
  redeem: 2n * (A_WEI + A_SHARE),
  /** StrategyBase.deposit: EigenLayer's shares, and its part of the wei that did not arrive. */
  restake: A_SHARE + A_WEI,
  /** Up: stETH moves whole shares, so up to a share's worth less arrives than EigenLayer counts; what did not go stays in the wallet. */
  restakeUp: A_SHARE + A_WEI,
  /** DelegationManager._takeOut of a part: what is taken and what stays are each floored twice. */
  queue: 2n * A_SHARE,
  /** Completing as tokens: the amount, then the shares of stETH that its transfer moves. */
  complete: A_WEI + A_SHARE,
  /** A slash floors each holding anew. Down or up: the floor of before may have hidden almost a share, which the slash then takes. */
  slash: A_SHARE,
} as const;
