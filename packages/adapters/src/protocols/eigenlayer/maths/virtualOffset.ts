/**
 * Virtual shares, and virtual wei, that every strategy adds to its own: SHARES_OFFSET and BALANCE_OFFSET.
 * Source: eigenlayer-contracts, src/contracts/strategies/StrategyBase.sol.
 */
export const VIRTUAL_OFFSET = 1000n;
