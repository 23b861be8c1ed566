import { encodeCanonical } from "../../encoding/encodeCanonical.ts";
import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { Snapshot } from "../schema/inputs.ts";
import type { ClaimOrder } from "../schema/orders.ts";
import type { Claim } from "../schema/plan.ts";
import { demandPayments } from "./demandPayments.ts";
import { withdrawalRoot } from "./withdrawalRoot.ts";

/**
 * A claim is of a ticket that the snapshot lists once, that can be claimed there and is not stopped, in exactly the
 * chain's own words, and for what it pays.
 * @throws CheckFailedError
 */
export function demandTicket(claim: Claim, { tickets }: Snapshot): void {
  const { ticket: id, venue, position, order } = claim;
  const found = tickets.filter(({ ticket }) => ticket === id);
  const [ticket] = found;
  demand(
    ticket !== undefined && found.length === 1,
    `${id} is claimed, but the snapshot lists ${found.length} such tickets`,
  );
  demandEqual(`name of ${id}`, { is: id, must: nameOf(order), because: "from what is claimed" });
  demandEqual(`state of ${id}`, { is: ticket.state, must: "claimable" });
  demandEqual(`stops of ${id}`, { is: ticket.stoppedBy.join(), must: "" });
  demandEqual(`venue of ${id}`, { is: venue, must: ticket.venue, because: "in the snapshot" });
  demandEqual(`position of ${id}`, { is: position, must: ticket.position, because: "in the snapshot" });
  demandEqual(`order of ${id}`, {
    is: encodeCanonical(order),
    must: encodeCanonical(ticket.claim),
    because: "in the snapshot",
  });
  demandPayments(claim, ticket);
}

/** EigenLayer names a withdrawal by its hash, the others by its number. */
function nameOf(order: ClaimOrder): string {
  switch (order.kind) {
    case "eigenlayer-withdrawal":
      return `eigenlayer:${withdrawalRoot(order.withdrawal)}`;
    case "etherfi-request":
      return `etherfi:${order.requestId}`;
    case "lido-request":
      return `lido:${order.requestId}`;
  }
}
