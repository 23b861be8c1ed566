import type { Seconds } from "../units/brands.ts";

/** Yields are per year of 365 days, as annualised rates are commonly given on chain. */
export const YEAR = (365n * 86_400n) as Seconds;
