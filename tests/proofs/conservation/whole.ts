/** Parts are of this, a prime, so that amounts are never round. */
export const WHOLE = 1_000_003n;
