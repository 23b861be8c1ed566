import { WHOLE } from "./whole.ts";

/** So many parts of an amount, rounded down. */
export const part = (amount: bigint, of: bigint): bigint => (amount * of) / WHOLE;
