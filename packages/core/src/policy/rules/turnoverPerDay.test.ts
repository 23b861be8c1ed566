import { describe, expect, test } from "vitest";
import type { RecentMove } from "../../decision/openWork.ts";
import type { Plan } from "../../plan/types.ts";
import { moveOf } from "../../testing/moves.ts";
import { exitOf, judgedPlan, planOf } from "../../testing/plans.ts";
import { CALM, contextOf, eth } from "../../testing/world.ts";
import type { Bps } from "../../units/brands.ts";
import type { PlanContext } from "../rule.ts";
import { turnoverPerDay } from "./turnoverPerDay.ts";

const { pace } = contextOf(CALM).policy;
const exit = exitOf({ position: "lido:wstETH", spend: "10", expected: "11.99", atLeast: "11.97" });

/** A plan of so much turnover, at most 5 % of 1,000 ether within a day. */
function judged(
  turnover: bigint,
  {
    recent = [],
    purpose = "rebalance",
    limit = 500n,
  }: { recent?: readonly RecentMove[]; purpose?: Plan["purpose"]; limit?: bigint | null } = {},
): PlanContext {
  const own = limit === null ? pace : { ...pace, turnoverPerDay: limit as Bps };
  const context = contextOf({ ...CALM, policy: { pace: own }, openWork: { recent } });
  const plan = planOf(context, { actions: [exit] });
  const figures = { ...plan.figures, turnover: turnover as Plan["figures"]["turnover"] };
  return judgedPlan(context, { plan, changes: { figures, purpose } });
}

describe("turnoverPerDay", () => {
  test.each([
    { name: "below the limit", given: judged(eth("49")), code: "turnover-within", effect: "none" },
    { name: "exactly at the limit", given: judged(eth("50")), code: "turnover-within", effect: "none" },
    { name: "one wei above it", given: judged(eth("50") + 1n), code: "turnover-above", effect: "hold" },
    {
      name: "with what a day ago is forgotten",
      given: judged(eth("50"), { recent: [moveOf({ executed: 86_400n })] }),
      code: "turnover-within",
      effect: "none",
    },
    {
      name: "with what was moved within the day",
      given: judged(eth("41"), { recent: [moveOf({ executed: 86_399n })] }),
      code: "turnover-above",
      effect: "hold",
    },
    {
      name: "with what may still be executed",
      given: judged(eth("41"), { recent: [moveOf({ proposed: 900n, executed: null })] }),
      code: "turnover-above",
      effect: "hold",
    },
    {
      name: "an emergency is not held",
      given: judged(eth("900"), { purpose: "emergency-exit" }),
      code: "turnover-not-limited",
      effect: "none",
    },
    {
      name: "a claim is not held",
      given: judged(eth("900"), { purpose: "claim" }),
      code: "turnover-not-limited",
      effect: "none",
    },
  ])("$name: $code", ({ given, code, effect }) => {
    const [found] = turnoverPerDay.judge(given);
    expect(found).toMatchObject({ code, limit: { unit: "bps", value: 500n }, effect: { kind: effect } });
  });

  test("the share is of what is moved in all, rounded up", () => {
    const [found] = turnoverPerDay.judge(judged(eth("41"), { recent: [moveOf({ executed: 5n })] }));
    expect(found?.measured).toEqual({ unit: "bps", value: 510n });
    expect(turnoverPerDay.judge(judged(1n))[0]?.measured).toEqual({ unit: "bps", value: 1n });
  });

  test("a share of an unknown whole is unknown", () => {
    const given = judged(1n);
    const missing = [{ subject: "rate:weETH", code: "rpc", retry: true, detail: "" }] as const;
    const [found] = turnoverPerDay.judge({ ...given, snapshot: { ...given.snapshot, missing } });
    expect(found).toMatchObject({ code: "turnover-unknown", level: "unknown", measured: null });
  });

  test("a policy without the limit asks for nothing", () => {
    expect(turnoverPerDay.judge(judged(eth("900"), { limit: null }))).toEqual([]);
  });
});
