import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { Snapshot } from "../schema/inputs.ts";
import type { WithdrawalRequest } from "../schema/plan.ts";
import { demandShares } from "./demandShares.ts";

/**
 * A request is of a position that the snapshot lists once, in its asset, for no more than is held; one that leaves an
 * operator is for everything that is held there.
 * @throws CheckFailedError
 */
export function demandHolding(request: WithdrawalRequest, snapshot: Snapshot): void {
  const { position: id, venue, spend, order } = request;
  const found = snapshot.positions.filter(({ position }) => position === id);
  const [held] = found;
  demand(
    held !== undefined && found.length === 1,
    `a withdrawal from ${id} is requested, but the snapshot lists ${found.length} such positions`,
  );
  demandEqual(`venue of ${id}`, { is: venue, must: held.venue, because: "in the snapshot" });
  demandEqual(`asset of ${id}`, { is: spend.asset, must: held.asset, because: "in the snapshot" });
  demand(
    spend.amount > 0n && spend.amount <= held.amount,
    `${spend.amount} of ${id} are requested; above 0 and at most ${held.amount} are held`,
  );
  if (order.kind === "eigenlayer-undelegate") {
    demandEqual(`amount of ${id}`, {
      is: spend.amount,
      must: held.amount,
      because: "undelegating takes all",
    });
  }
  if (order.kind === "eigenlayer-queue") {
    demandShares(request, { depositShares: order.depositShares, withdrawable: held.amount, snapshot });
  }
}
