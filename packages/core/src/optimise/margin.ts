/**
 * Share of the account, as a Wad, that rows stay inside a limit which no single trade reaches alone: a billionth, far more than what rounding takes on the way from the
 * solver's doubles to integers.
 */
export const MARGIN = 10n ** 9n;
