import { mulDivDown } from "@ballast/core";
import { VIRTUAL_OFFSET } from "./virtualOffset.ts";

/** A strategy just before a withdrawal: its shares, and its token balance in wei. */
type StrategyBefore = { readonly totalShares: bigint; readonly tokenBalance: bigint };

/**
 * Wei of the token that `shares` give, rounded down: floor((tokenBalance + 1000) × shares ÷ (totalShares + 1000)).
 * Source: eigenlayer-contracts, src/contracts/strategies/StrategyBase.sol, `withdraw` and `sharesToUnderlyingView`.
 */
export function tokensForSharesDown(shares: bigint, { totalShares, tokenBalance }: StrategyBefore): bigint {
  return mulDivDown(tokenBalance + VIRTUAL_OFFSET, { times: shares, over: totalShares + VIRTUAL_OFFSET });
}
