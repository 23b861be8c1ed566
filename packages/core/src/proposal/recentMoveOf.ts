import type { Hash32 } from "../chain/types.ts";
import type { RecentMove } from "../decision/openWork.ts";
import type { Plan } from "../plan/types.ts";
import type { PositionId, UnixSeconds } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import type { ProposalState } from "./types.ts";

type Posted = {
  readonly safeTxHash: Hash32;
  readonly state: ProposalState;
  readonly proposedAt: UnixSeconds;
  readonly executedAt: UnixSeconds | null;
};

function sorted(positions: readonly PositionId[]): readonly PositionId[] {
  return [...new Set(positions)].sort(compareText);
}

/** A proposal as the move that pace is measured from; null for a claim, which only ends what an earlier move began. */
export function recentMoveOf(plan: Plan, posted: Posted): RecentMove | null {
  if (plan.purpose === "claim") return null;
  const { safeTxHash, state, proposedAt, executedAt } = posted;
  const traded = (kind: "enter" | "exit") =>
    plan.actions.filter((action) => action.kind === kind).map(({ position }) => position);
  const requested = plan.requests.map(({ position }) => position);
  return {
    safeTxHash,
    state,
    proposedAt,
    executedAt,
    entered: sorted(traded("enter")),
    exited: sorted([...traded("exit"), ...requested]),
    turnover: plan.figures.turnover,
  };
}
