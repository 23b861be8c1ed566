/** Twelve seconds a slot (ethereum/consensus-specs, SECONDS_PER_SLOT). A missed slot makes a delay longer, so this is the least that it takes. */
export const BLOCK_TIME = 12n;
