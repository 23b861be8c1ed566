import type { Address } from "../../bytes/types.ts";
import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { ClaimOrder } from "../schema/orders.ts";
import type { BundleContracts } from "../schema/signedBundle.ts";
import { addressOf } from "./addressOf.ts";
import { argumentsOf } from "./argumentsOf.ts";
import type { PlacedCalls } from "./explanation.ts";

type Order = Extract<ClaimOrder, { kind: "eigenlayer-withdrawal" }>;
type Fields = Record<string, { toString(): string }>;

/**
 * completeQueuedWithdrawals pays out exactly the plan's withdrawals, in its order: each the Safe's own, every field as
 * planned, in the tokens of its strategies, none as shares, which would be delegated again.
 * @throws CheckFailedError
 */
export function matchCompletions(
  orders: readonly Order[],
  { placed, name }: { readonly placed: PlacedCalls; readonly name: string },
): void {
  const { bundle, calls } = placed;
  const found = argumentsOf(calls[0], { kind: "complete-queued-withdrawals", name });
  for (const list of ["withdrawals", "tokens", "receiveAsTokens"] as const) {
    demandEqual(`number of ${list} of ${name}`, {
      is: BigInt(found[list].length),
      must: BigInt(orders.length),
      because: "as many as the plan claims",
    });
  }
  for (const [i, { withdrawal, tokens }] of orders.entries()) {
    const which = `withdrawals[${i}] of ${name}`;
    matchFields(which, { is: { ...found.withdrawals[i] }, must: { ...withdrawal } });
    for (const party of ["staker", "withdrawer"] as const) {
      const must = bundle.account.address;
      demandEqual(`${party} of ${which}`, { is: withdrawal[party], must, because: "the Safe" });
    }
    const paid = found.tokens[i]?.join() ?? "";
    demandEqual(`tokens[${i}] of ${name}`, { is: paid, must: tokens.join(), because: "the plan's" });
    demandEqual(`tokens[${i}] of ${name}`, {
      is: paid,
      must: withdrawal.strategies.map((strategy) => tokenBehind(strategy, bundle.contracts)).join(),
      because: "the tokens of the strategies",
    });
    demand(
      found.receiveAsTokens[i] === true,
      `receiveAsTokens[${i}] of ${name} is false: it would be delegated again`,
    );
  }
}

function matchFields(which: string, { is, must }: { is: Fields; must: Fields }): void {
  for (const [field, value] of Object.entries(must)) {
    demandEqual(`${field} of ${which}`, {
      is: String(is[field]),
      must: String(value),
      because: "the plan's",
    });
  }
}

/** The token that a strategy holds: contract `eigenlayer.<asset>Strategy` holds that asset. @throws CheckFailedError */
function tokenBehind(strategy: Address, contracts: BundleContracts): Address {
  const names = contracts.venues.filter(({ address }) => address === strategy).map(({ id }) => id);
  const [, asset] =
    names.map((id) => /^eigenlayer\.(.+)Strategy$/.exec(id)).find((match) => match !== null) ?? [];
  demand(asset !== undefined, `bundle.contracts.venues lists no strategy ${strategy}`);
  return addressOf(contracts, { list: "assets", id: asset });
}
