/** When a withdrawal was queued, and MIN_WITHDRAWAL_DELAY_BLOCKS: both in blocks. */
type Queued = { readonly startBlock: bigint; readonly delayBlocks: bigint };

/**
 * The first block in which a queued withdrawal can be completed: one after its last slashable block, startBlock + delayBlocks.
 * Source: eigenlayer-contracts, src/contracts/core/DelegationManager.sol, `_completeQueuedWithdrawal`.
 */
export function completableFromBlock({ startBlock, delayBlocks }: Queued): bigint {
  return startBlock + delayBlocks + 1n;
}
