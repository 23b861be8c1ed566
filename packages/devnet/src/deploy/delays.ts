/** Blocks until a queued withdrawal can be completed, and until a deallocation is over; 100,800 on mainnet. */
export const withdrawalDelayBlocks = 20;
