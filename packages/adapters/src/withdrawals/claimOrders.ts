import { ascending, type Claim, type ClaimOrder, type VenueId } from "@ballast/core";
import { ActionRefused } from "../ActionRefused.ts";
import type { EncodeClaimsRequest } from "../adapter.ts";

type Numbered = Extract<ClaimOrder, { readonly requestId: bigint }>;
type OrderOf<Kind extends Numbered["kind"]> = Extract<Numbered, { readonly kind: Kind }>;

const isKind = <Kind extends Numbered["kind"]>(order: ClaimOrder, kind: Kind): order is OrderOf<Kind> =>
  order.kind === kind;

function orderOf<Kind extends Numbered["kind"]>(
  { ticket, position, order }: Claim,
  { venue, kind }: { readonly venue: VenueId; readonly kind: Kind },
): OrderOf<Kind> {
  if (!isKind(order, kind)) {
    throw new ActionRefused(position, {
      field: "order.kind",
      value: order.kind,
      limit: `${venue} pays ${kind}`,
    });
  }
  if (ticket !== `${venue}:${order.requestId}`) {
    throw new ActionRefused(position, {
      field: "order.requestId",
      value: `${order.requestId}`,
      limit: `the ticket is ${ticket}`,
    });
  }
  return order;
}

/**
 * The orders of claims on one venue whose tickets are numbered, ascending by number.
 *
 * @throws ActionRefused for no claims, another kind, a ticket of another number, one ticket twice, or another chain
 */
export function claimOrders<Kind extends Numbered["kind"]>(
  { claims, account, deployment }: EncodeClaimsRequest,
  facts: { readonly venue: VenueId; readonly kind: Kind },
): readonly OrderOf<Kind>[] {
  const position = claims[0]?.position ?? "";
  const refuse = (field: string, said: { readonly value: string; readonly limit: string }) =>
    new ActionRefused(position, { field, ...said });
  if (account.chainId !== deployment.chainId) {
    const limit = `the deployment ${deployment.name} is chain ${deployment.chainId}`;
    throw refuse("account.chainId", { value: `${account.chainId}`, limit });
  }
  const orders = claims
    .map((claim) => orderOf(claim, facts))
    .toSorted((a, b) => ascending(a.requestId, b.requestId));
  const repeated = orders.find(({ requestId }, index) => orders[index - 1]?.requestId === requestId);
  if (repeated !== undefined) {
    throw refuse("claims", { value: `${repeated.requestId} twice`, limit: "each ticket is claimed once" });
  }
  if (orders.length === 0) throw refuse("claims", { value: "none", limit: "at least one ticket" });
  return orders;
}
