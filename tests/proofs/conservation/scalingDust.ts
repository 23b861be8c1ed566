const WAD = 10n ** 18n;
/** Worth of a share, in wei: no rate here reaches it. */
const A_SHARE = 2n;

/**
 * By how many wei at most the withdrawable shares fall when their deposit scaling factor is worked out anew: it is floored in two divisions to 18 digits, each a
 * share for each whole one of all deposit shares (DepositScaling.afterAdding), and what is withdrawable is floored twice more.
 */
export const scalingDust = (deposited: bigint): bigint => ((2n * deposited) / WAD + 3n) * A_SHARE;
