import { decodeCalls } from "../../calls/decodeCalls.ts";
import { demand } from "../demand.ts";
import { explainAction } from "../explain/explainAction.ts";
import { explainClaims } from "../explain/explainClaims.ts";
import { explainRequest } from "../explain/explainRequest.ts";
import type { Explanation } from "../explain/explanation.ts";
import type { Plan } from "../schema/plan.ts";
import type { CheckDefinition } from "../types.ts";

/**
 * After the deadline check come, in this order and no others: one call for the claims of each venue, venues ascending; two
 * calls for each trade; the calls of each request. Each is what the plan says to its last argument. So no allowance is
 * left, no other spender has one, tickets are the Safe's, and nothing goes anywhere else.
 */
export const explained: CheckDefinition = {
  id: "explained",
  title: "The plan explains every call and every argument",
  run({ file: { bundle }, plan }) {
    const [, ...calls] = decodeCalls(bundle.transaction.data);
    const parts = explanationsOf(plan);
    const total = parts.reduce((sum, { count }) => sum + count, 0);
    const { claims, actions, requests } = plan;
    demand(
      calls.length === total,
      `${calls.length} calls follow the deadline check; the plan's ${claims.length} claims, ${actions.length} actions and ${requests.length} requests explain ${total}`,
    );
    let at = 1;
    for (const { count, match } of parts) {
      match({ bundle, calls: calls.slice(at - 1, at - 1 + count), at });
      at += count;
    }
    return [
      ...(claims.length > 0 ? [`${claims.length} claims, paid to the Safe.`] : []),
      ...(actions.length > 0
        ? [`${actions.length} swaps, each approved exactly, spent at once, and paid to the Safe.`]
        : []),
      ...(requests.length > 0 ? [`${requests.length} requests, whose tickets are the Safe's.`] : []),
    ].join(" ");
  },
};

function explanationsOf({ claims, actions, requests }: Plan): Explanation[] {
  const venues = [...new Set(claims.map(({ venue }) => venue))].sort();
  return [
    ...venues.map((venue) =>
      explainClaims(
        venue,
        claims.filter((claim) => claim.venue === venue),
      ),
    ),
    ...actions.map(explainAction),
    ...requests.map(explainRequest),
  ];
}
