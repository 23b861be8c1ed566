import type { DecodedCall } from "../calls/types.ts";
import { demand } from "./demand.ts";

const WAD = 10n ** 18n;

export type WorstLossBasis = {
  readonly calls: readonly DecodedCall[];
  /** Asset id by token address. */
  readonly assetOf: ReadonlyMap<string, string>;
  /** Base units for 1e18 smallest units, by asset id. */
  readonly rateOf: ReadonlyMap<string, bigint>;
};

/**
 * What the account loses in accounting value if every swap pays only its minimum, at least 0: for each asset the net of
 * what the calls spend and receive, at its rate; what leaves rounded up, what comes rounded down. Claims and requests
 * count nothing: a request turns value into a ticket of the account's own, at the protocol's risk as its position was; a
 * claim turns the ticket into what it pays; no price is agreed that somebody could worsen before execution. That both are
 * the account's and for what the plan says is demanded elsewhere; what rounding loses is the plan's to tell.
 * @throws CheckFailedError for a token that no asset or rate is known for
 */
export function worstLoss({ calls, assetOf, rateOf }: WorstLossBasis): bigint {
  const net = new Map<string, bigint>();
  const add = (token: string, change: bigint) => net.set(token, (net.get(token) ?? 0n) + change);
  for (const { meaning } of calls) {
    if (meaning.kind !== "exact-input-single") continue;
    add(meaning.arguments.tokenIn, -meaning.arguments.amountIn);
    add(meaning.arguments.tokenOut, meaning.arguments.amountOutMinimum);
  }
  let loss = 0n;
  for (const [token, change] of net) {
    const asset = assetOf.get(token);
    demand(asset !== undefined, `the calls trade ${token}, which is no asset of bundle.contracts.assets`);
    const rate = rateOf.get(asset);
    demand(rate !== undefined, `the snapshot has no rate for ${asset}`);
    loss += change < 0n ? (-change * rate + WAD - 1n) / WAD : -((change * rate) / WAD);
  }
  return loss > 0n ? loss : 0n;
}
