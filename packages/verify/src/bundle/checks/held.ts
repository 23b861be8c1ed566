import { demand } from "../demand.ts";
import { demandHolding } from "../held/demandHolding.ts";
import { demandTicket } from "../held/demandTicket.ts";
import { inputDocument } from "../inputDocument.ts";
import { snapshotSchema } from "../schema/inputs.ts";
import type { CheckDefinition } from "../types.ts";

/** What is claimed can be claimed, and what is requested is there: the snapshot says so of this account. */
export const held: CheckDefinition = {
  id: "held",
  title: "The tickets and positions are those of the snapshot",
  run({ file: { bundle }, plan: { claims, requests } }) {
    const snapshot = inputDocument(bundle, { kind: "snapshot", schema: snapshotSchema });
    for (const [i, claim] of claims.entries()) {
      const before = claims[i - 1];
      demand(
        before === undefined || before.ticket < claim.ticket,
        `${claim.ticket} repeats or does not sort after the claim before it`,
      );
      demandTicket(claim, snapshot);
    }
    for (const request of requests) demandHolding(request, snapshot);
    if (claims.length + requests.length === 0) return "Nothing is claimed or requested.";
    return `${claims.length} tickets can be claimed, ${requests.length} positions hold what is requested.`;
  },
};
