/** Whether a bit of a `paused()` bitmap is set. Any number of bits may be set beside it (`pauseAll` sets all). */
export const isPaused = (bitmap: bigint, bit: bigint): boolean => ((bitmap >> bit) & 1n) === 1n;
