import type { Claim, ClaimOrder } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import type { ClaimsPart } from "./batchLayout.ts";
import { decodeBatchClaimWithdraw } from "./decodeBatchClaimWithdraw.ts";
import { decodeClaimWithdrawals } from "./decodeClaimWithdrawals.ts";
import type { BatchEntry } from "./decodeMultiSend.ts";
import { inspectCompletions } from "./inspectCompletions.ts";
import { inspectTicket } from "./inspectTicket.ts";
import { venueContract } from "./venueContract.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

/** The claims of one venue, and the call that should be all of them. */
export type ClaimsCall = ClaimsPart & { readonly call: BatchEntry };

type OrderOf<Kind extends ClaimOrder["kind"]> = Extract<ClaimOrder, { readonly kind: Kind }>;

/** The orders of one kind; one that is of another kind is missing, which the count then tells. */
function ordersOf<Kind extends ClaimOrder["kind"]>(
  claims: readonly Claim[],
  kind: Kind,
): readonly OrderOf<Kind>[] {
  return claims.flatMap(({ order }) => (order.kind === kind ? [order as OrderOf<Kind>] : []));
}

/** Tickets that have a number are claimed in ascending order. */
const ascending = <Order extends { readonly requestId: bigint }>(
  orders: readonly Order[],
): readonly Order[] => orders.toSorted((a, b) => (a.requestId < b.requestId ? -1 : 1));

/** ether.fi pays a request to whoever holds its token, so its number is all that there is to compare. */
function inspectEtherFi({ claims, call, index }: ClaimsCall): readonly Violation[] {
  const expected = ascending(ordersOf(claims, "etherfi-request")).map(({ requestId }) => requestId);
  const actual = decodeBatchClaimWithdraw(call.data);
  return violationAt(index, {
    code: "ticket",
    field: "tokenIds",
    expected: expected.join(),
    actual: actual.join(),
  });
}

/** Lido's queue takes ids in ascending order only, each with its hint at the same place. */
function inspectLido({ claims, call, index }: ClaimsCall): readonly Violation[] {
  const orders = ascending(ordersOf(claims, "lido-request"));
  const { ids, hints } = decodeClaimWithdrawals(call.data);
  const lists = [
    ["requestIds", orders.map(({ requestId }) => requestId), ids],
    ["hints", orders.map(({ hint }) => hint), hints],
  ] as const;
  return lists.flatMap(([field, expected, actual]) =>
    violationAt(index, { code: "ticket", field, expected: expected.join(), actual: actual.join() }),
  );
}

type Venue = {
  readonly contract: string;
  readonly kind: ClaimOrder["kind"];
  readonly inspect: (part: ClaimsCall, inspection: BatchInspection) => readonly Violation[];
};

/** Where claims are made, by venue. */
const VENUES: Readonly<Record<string, Venue>> = {
  eigenlayer: {
    contract: "delegationManager",
    kind: "eigenlayer-withdrawal",
    inspect: ({ claims, call, index }, inspection) =>
      inspectCompletions({ orders: ordersOf(claims, "eigenlayer-withdrawal"), call, index }, inspection),
  },
  etherfi: { contract: "withdrawRequestNFT", kind: "etherfi-request", inspect: inspectEtherFi },
  lido: { contract: "withdrawalQueue", kind: "lido-request", inspect: inspectLido },
};

/**
 * The claims of one venue against their call: sent to the deployment's contract, exactly the plan's tickets and no
 * other, each of them a ticket of the account that can be claimed.
 * @throws MalformedDataError when the call's data is not what its place in the plan demands
 */
export function inspectClaims(part: ClaimsCall, inspection: BatchInspection): readonly Violation[] {
  const { venue: id, claims, call, index } = part;
  const venue = VENUES[id];
  if (venue === undefined) {
    const expected = `one of ${Object.keys(VENUES).join(", ")}`;
    return [{ code: "contract-unknown", call: index, field: "venue of the claims", expected, actual: id }];
  }
  const contract = venueContract(inspection.deployment, { venue: id, contract: venue.contract });
  if (typeof contract !== "string") return violationAt(index, contract);
  const kinds = claims.flatMap(({ order }) =>
    violationAt(index, { code: "ticket", field: "kind of claim", expected: venue.kind, actual: order.kind }),
  );
  return [
    ...violationAt(index, { code: "target", field: venue.contract, expected: contract, actual: call.to }),
    ...kinds,
    ...claims.flatMap((claim) => inspectTicket(claim, { ...inspection, call: index })),
    ...venue.inspect(part, inspection),
  ];
}
