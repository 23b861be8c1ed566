import { mulDivUp, type Wad } from "@ballast/core";

type Magnitude = { readonly before: Wad; readonly after: Wad };

/**
 * Shares of an operator, delegated or slashable in the queue, that a slash leaves, rounded up: ceil(shares × after ÷ before).
 * Source: eigenlayer-contracts, src/contracts/libraries/SlashingLib.sol, `calcSlashedAmount`.
 * @throws UnitError when there was no magnitude before
 */
export function sharesAfterSlashUp(shares: bigint, { before, after }: Magnitude): bigint {
  return mulDivUp(shares, { times: after, over: before });
}
