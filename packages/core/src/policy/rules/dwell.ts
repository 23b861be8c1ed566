import type { RecentMove } from "../../decision/openWork.ts";
import type { PositionId, Seconds, UnixSeconds } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { max, subtractToZero } from "../../units/order.ts";
import { seconds } from "../../units/times.ts";
import type { Finding } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";

const ID = "dwell";

type Side = "entered" | "exited";

/** For each position, the newest executed move that entered (or exited) it. */
function lastBySide(moves: readonly RecentMove[], side: Side): Map<PositionId, UnixSeconds> {
  const latest = new Map<PositionId, UnixSeconds>();
  for (const { executedAt, ...move } of moves) {
    if (executedAt === null) continue;
    for (const position of move[side])
      latest.set(position, max(latest.get(position) ?? executedAt, executedAt));
  }
  return latest;
}

function finding(
  side: Side,
  { position, passed, limit }: { position: PositionId; passed: Seconds; limit: Seconds },
): Finding {
  const positions = [position];
  return {
    rule: ID,
    code: side === "entered" ? "entered-lately" : "exited-lately",
    subject: { kind: "position", id: position },
    level: "notice",
    measured: { unit: "seconds", value: passed },
    limit: { unit: "seconds", value: limit },
    evidence: [
      { kind: "header", field: "timestamp" },
      { kind: "policy", path: "pace.dwell" },
    ],
    effect: side === "entered" ? { kind: "freeze-exits", positions } : { kind: "freeze-entries", positions },
  };
}

function within({ snapshot, policy, openWork }: RuleContext, side: Side): Finding[] {
  const limit = policy.pace.dwell;
  return [...lastBySide(openWork.recent, side)]
    .map(([position, at]) => ({
      position,
      limit,
      passed: seconds(subtractToZero<bigint>(snapshot.block.timestamp, at)),
    }))
    .filter(({ passed }) => passed < limit)
    .toSorted((a, b) => compareText(a.position, b.position))
    .map((facts) => finding(side, facts));
}

/**
 * A position that a rebalance entered is not left by another within the dwell, and one that was left is not entered again. Guards against
 * going from A to B and back to A on noise, paying the market both times. Only executed moves count: what was never executed moved
 * nothing. Emergencies are not held by it.
 */
export const dwell: Rule = {
  id: ID,
  codes: ["settled", "entered-lately", "exited-lately"],
  evaluate: (context) => {
    const found = [...within(context, "entered"), ...within(context, "exited")];
    if (found.length > 0) return found;
    return [
      {
        rule: ID,
        code: "settled",
        subject: { kind: "account" },
        level: "ok",
        measured: null,
        limit: { unit: "seconds", value: context.policy.pace.dwell },
        evidence: [{ kind: "policy", path: "pace.dwell" }],
        effect: { kind: "none" },
      },
    ];
  },
};
