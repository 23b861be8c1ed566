import { type RawAmount, rawAmount, subtractToZero } from "@ballast/core";

/**
 * stETH balances are floor(shares × pooled ÷ totalShares), so that one and the same holding may read one wei less in another block, and a
 * transfer moves up to two wei less than asked (lidofinance/docs, docs/guides/lido-tokens-integration-guide.md, "1-2 wei corner case").
 */
export const DEPOSIT_MARGIN = 2n;

/** Most of a balance that a deposit may name and still pass when the balance reads a wei or two less at execution; at least 0. */
export const depositableDown = (balance: RawAmount): RawAmount =>
  rawAmount(subtractToZero<bigint>(balance, DEPOSIT_MARGIN));
