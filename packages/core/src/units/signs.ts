/** True minus, U+2212. */
export const MINUS = "\u2212";
/** No-break space, U+00A0, between a number and its unit. */
export const NBSP = "\u00a0";
