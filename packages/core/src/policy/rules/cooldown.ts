import { lastMoveAt } from "../../decision/lastMove.ts";
import { subtractToZero } from "../../units/order.ts";
import { seconds } from "../../units/times.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";

const ID = "cooldown";

/**
 * Holds every rebalance until a time has passed since the last one was executed, or proposed where it never executed. Guards against
 * churn: a series of moves each worth its cost alone and not together, and signers asked again before they have forgotten the last one.
 * A move stamped later than the block (a reorg can do that) counts as just made.
 */
export const cooldown: Rule = {
  id: ID,
  codes: ["no-recent-move", "cooling-down", "cooled-down"],
  evaluate: ({ snapshot, policy, openWork }) => {
    const last = lastMoveAt(openWork);
    const base = {
      rule: ID,
      subject: { kind: "account" },
      limit: { unit: "seconds", value: policy.pace.cooldown },
      evidence: [
        { kind: "header", field: "timestamp" },
        { kind: "policy", path: "pace.cooldown" },
      ],
    } as const satisfies Partial<Finding>;
    if (last === null)
      return [{ ...base, code: "no-recent-move", level: "ok", measured: null, effect: { kind: "none" } }];
    const passed = seconds(subtractToZero<bigint>(snapshot.block.timestamp, last));
    const measured = { unit: "seconds", value: passed } as const;
    if (passed < policy.pace.cooldown) {
      return [{ ...base, code: "cooling-down", level: "notice", measured, effect: { kind: "hold" } }];
    }
    return [{ ...base, code: "cooled-down", level: "ok", measured, effect: { kind: "none" } }];
  },
};
