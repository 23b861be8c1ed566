import type { Claim } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import { orderFields } from "./orderFields.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

type Terms = Pick<BatchInspection, "plan" | "snapshot"> & { readonly call: bigint };

/** A ticket with a number has it in its name; EigenLayer's root is the verifier's to compute. */
function nameOf({ order, ticket }: Claim): string {
  if (order.kind === "etherfi-request") return `etherfi:${order.requestId}`;
  return order.kind === "lido-request" ? `lido:${order.requestId}` : ticket;
}

/**
 * The claim is of a ticket that the account holds in the snapshot, that can be claimed there, once, and in exactly the
 * words that the chain gave for it.
 */
export function inspectTicket(claim: Claim, { plan, snapshot, call }: Terms): readonly Violation[] {
  const found = snapshot.tickets.find(({ ticket }) => ticket === claim.ticket);
  if (found === undefined) {
    const expected = "a ticket of the snapshot";
    return [{ code: "ticket", call, field: "ticket", expected, actual: claim.ticket }];
  }
  const [planned, read] = [orderFields(claim.order), orderFields(found.claim)];
  const fields = [...new Set([...Object.keys(planned), ...Object.keys(read)])].map((field) => ({
    field: `${field} of ${claim.ticket}`,
    expected: read[field] ?? "nothing",
    actual: planned[field] ?? "nothing",
  }));
  const times = plan.claims.filter(({ ticket }) => ticket === claim.ticket).length;
  const comparisons = [
    { field: "ticket", expected: nameOf(claim), actual: claim.ticket },
    { field: `claims of ${claim.ticket}`, expected: 1n, actual: BigInt(times) },
    { field: `state of ${claim.ticket}`, expected: "claimable", actual: found.state },
    { field: `stops of ${claim.ticket}`, expected: "", actual: found.stoppedBy.join() },
    { field: `venue of ${claim.ticket}`, expected: found.venue, actual: claim.venue },
    { field: `position of ${claim.ticket}`, expected: found.position, actual: claim.position },
    ...fields,
  ];
  return comparisons.flatMap((comparison) => violationAt(call, { code: "ticket", ...comparison }));
}
