import type { Hash32 } from "../chain/types.ts";
import type { OpenProposal, RecentMove } from "../decision/openWork.ts";
import type { PositionId, UnixSeconds } from "../units/brands.ts";
import { eth, NOW } from "./world.ts";

type Move = {
  /** Seconds ago. */
  readonly proposed?: bigint;
  readonly executed: bigint | null;
  readonly state?: RecentMove["state"];
  readonly entered?: readonly string[];
  readonly exited?: readonly string[];
};

/** A move that was proposed and executed so many seconds ago. */
export function moveOf({ proposed, executed, state, entered = [], exited = [] }: Move): RecentMove {
  const at = proposed ?? executed ?? 0n;
  return {
    safeTxHash: `0x${(at + 1_000_000n).toString(16).padStart(64, "0")}` as Hash32,
    state: state ?? (executed === null ? "posted" : "executed"),
    proposedAt: (NOW - at) as UnixSeconds,
    executedAt: executed === null ? null : ((NOW - executed) as UnixSeconds),
    entered: entered as readonly PositionId[],
    exited: exited as readonly PositionId[],
    turnover: eth("10"),
  };
}

/** A queued transaction. */
export function proposalOf(changes: Partial<OpenProposal> = {}): OpenProposal {
  return {
    safeTxHash: `0x${"0f".repeat(32)}` as Hash32,
    nonce: 7n,
    kind: "rebalance",
    state: "posted",
    deadline: null,
    claims: [],
    ...changes,
  };
}
