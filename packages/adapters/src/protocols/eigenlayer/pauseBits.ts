/**
 * Bits of the `paused()` bitmaps. Layr-Labs/eigenlayer-contracts, src/contracts/core/storage/*Storage.sol and strategies/StrategyBase.sol:
 * the constants PAUSED_….
 */
export const PAUSE_BITS = {
  strategyManager: { deposits: 0n },
  strategy: { deposits: 0n, withdrawals: 1n },
  delegationManager: { newDelegation: 0n, enterQueue: 1n, exitQueue: 2n },
  allocationManager: { modifyAllocations: 0n, slashing: 1n, operatorSets: 2n },
} as const;
