import { demand } from "../demand.ts";
import type { Snapshot } from "../schema/inputs.ts";
import type { WithdrawalRequest } from "../schema/plan.ts";

type Shares = {
  /** What the call queues. */
  readonly depositShares: bigint;
  /** All that could be withdrawn of the position. */
  readonly withdrawable: bigint;
  readonly snapshot: Snapshot;
};

/**
 * EigenLayer's queue counts deposit shares, which slashing leaves as they are; a plan counts what can be withdrawn of
 * them. The call must take the same part of the former as the plan says of the latter. EigenLayer makes the one from the
 * other by two factors, each product rounded down (SlashingLib.sol), and the planner rounds once to turn it round; so
 * in whole shares the parts differ by 2 on either side at most.
 * @throws CheckFailedError when they differ by more, or the snapshot does not say how many shares are deposited
 */
export function demandShares({ position, spend }: WithdrawalRequest, shares: Shares): void {
  const { depositShares, withdrawable, snapshot } = shares;
  const exit = snapshot.exits.find(
    ({ position: from, terms }) => from === position && terms.kind === "eigenlayer-queue",
  );
  const all = exit?.terms.depositShares;
  demand(all !== undefined, `the snapshot does not say how many shares are deposited in ${position}`);
  const off = depositShares * withdrawable - spend.amount * all;
  const rounding = 2n * (all + withdrawable);
  demand(
    depositShares > 0n && depositShares <= all && off <= rounding && -off <= rounding,
    `${depositShares} of ${all} deposit shares of ${position} are queued; the plan says ${spend.amount} of ${withdrawable}`,
  );
}
