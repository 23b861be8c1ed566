import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { Snapshot } from "../schema/inputs.ts";
import type { Claim } from "../schema/plan.ts";
import { transferDust } from "./transferDust.ts";

/**
 * The plan tells of a claim what its ticket pays at the snapshot's block, asset by asset, and promises no less than that,
 * but for the dust that a transfer may lose.
 * @throws CheckFailedError
 */
export function demandPayments({ receive, ticket }: Claim, { pays }: Snapshot["tickets"][number]): void {
  demandEqual(`assets of ${ticket}`, {
    is: receive.map(({ asset }) => asset).join(),
    must: pays.map(({ asset }) => asset).join(),
    because: "in the snapshot",
  });
  for (const [i, { asset, expected, atLeast }] of receive.entries()) {
    const payout = pays[i]?.payout ?? 0n;
    demandEqual(`${asset} of ${ticket}`, {
      is: expected,
      must: payout,
      because: "what it pays at the block",
    });
    const least = expected - transferDust(asset);
    demand(
      atLeast >= least && atLeast <= expected,
      `least ${asset} of ${ticket} is ${atLeast}; it pays ${least} to ${expected}`,
    );
  }
}
