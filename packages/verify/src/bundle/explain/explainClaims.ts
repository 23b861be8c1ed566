import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { ClaimOrder } from "../schema/orders.ts";
import type { Claim } from "../schema/plan.ts";
import { addressOf } from "./addressOf.ts";
import { argumentsOf } from "./argumentsOf.ts";
import type { Explanation, PlacedCalls } from "./explanation.ts";
import { matchCompletions } from "./matchCompletions.ts";

type OrderOf<Kind extends ClaimOrder["kind"]> = Extract<ClaimOrder, { kind: Kind }>;
type Matching = { readonly claims: readonly Claim[]; readonly placed: PlacedCalls; readonly name: string };

/** What pays out the tickets of each venue, and how the call's arguments follow from the claims. */
const VENUES: Readonly<Record<string, { contract: string; match: (matching: Matching) => void }>> = {
  eigenlayer: {
    contract: "eigenlayer.delegationManager",
    match: ({ claims, placed, name }) =>
      matchCompletions(ordersOf(claims, "eigenlayer-withdrawal"), { placed, name }),
  },
  etherfi: { contract: "etherfi.withdrawRequestNFT", match: matchEtherFi },
  lido: { contract: "lido.withdrawalQueue", match: matchLido },
};

/** Claims of one venue explain one call, which takes exactly their tickets, for the Safe. @throws CheckFailedError */
export function explainClaims(venue: string, claims: readonly Claim[]): Explanation {
  return {
    count: 1,
    match: (placed) => {
      const known = VENUES[venue];
      demand(known !== undefined, `the plan claims tickets of ${venue}, which has none`);
      const name = `call ${placed.at}`;
      demandEqual<string>(`target of ${name}`, {
        is: placed.calls[0]?.to ?? "",
        must: addressOf(placed.bundle.contracts, { list: "venues", id: known.contract }),
        because: known.contract,
      });
      known.match({ claims, placed, name });
    },
  };
}

/** @throws CheckFailedError for an order of another kind */
function ordersOf<Kind extends ClaimOrder["kind"]>(claims: readonly Claim[], kind: Kind): OrderOf<Kind>[] {
  return claims.map(({ order, ticket, venue }) => {
    demand(order.kind === kind, `${ticket} is claimed by ${order.kind}, but ${venue} pays ${kind}`);
    return order as OrderOf<Kind>;
  });
}

const ascending = <Order extends { requestId: bigint }>(orders: readonly Order[]): Order[] =>
  orders.toSorted((a, b) => (a.requestId < b.requestId ? -1 : 1));

/** ether.fi pays the owner of a request's token, whoever calls: no other number may be there. */
function matchEtherFi({ claims, placed, name }: Matching): void {
  const { tokenIds } = argumentsOf(placed.calls[0], { kind: "batch-claim-withdraw", name });
  const ids = ascending(ordersOf(claims, "etherfi-request")).map(({ requestId }) => requestId);
  demandEqual(`tokenIds of ${name}`, {
    is: tokenIds.join(),
    must: ids.join(),
    because: "the plan's tickets",
  });
}

/** Lido pays its caller, which is the Safe. */
function matchLido({ claims, placed, name }: Matching): void {
  const { requestIds, hints } = argumentsOf(placed.calls[0], { kind: "claim-withdrawals", name });
  const orders = ascending(ordersOf(claims, "lido-request"));
  demandEqual(`requestIds of ${name}`, {
    is: requestIds.join(),
    must: orders.map(({ requestId }) => requestId).join(),
    because: "the plan's tickets",
  });
  demandEqual(`hints of ${name}`, {
    is: hints.join(),
    must: orders.map(({ hint }) => hint).join(),
    because: "the plan's",
  });
}
