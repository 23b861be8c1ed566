import { mulDivDown } from "@ballast/core";
import { VIRTUAL_OFFSET } from "./virtualOffset.ts";

/** A strategy just before a deposit: its shares, and its token balance in wei without the deposit. */
type StrategyBefore = { readonly totalShares: bigint; readonly tokenBalance: bigint };

/**
 * Shares that a deposit of `amount` wei mints, rounded down: floor(amount × (totalShares + 1000) ÷ (tokenBalance + 1000)).
 * 0 means that the contract refuses with NewSharesZero.
 * Source: eigenlayer-contracts, src/contracts/strategies/StrategyBase.sol, `deposit`.
 */
export function depositSharesDown(amount: bigint, { totalShares, tokenBalance }: StrategyBefore): bigint {
  return mulDivDown(amount, { times: totalShares + VIRTUAL_OFFSET, over: tokenBalance + VIRTUAL_OFFSET });
}
