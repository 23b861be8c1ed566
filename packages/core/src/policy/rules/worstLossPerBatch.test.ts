import { describe, expect, test } from "vitest";
import type { Plan } from "../../plan/types.ts";
import { exitOf, judgedPlan, planOf } from "../../testing/plans.ts";
import { CALM, contextOf, eth, policyOf } from "../../testing/world.ts";
import type { BaseUnits, Bps } from "../../units/brands.ts";
import type { PlanContext } from "../rule.ts";
import { worstLossPerBatch } from "./worstLossPerBatch.ts";

const { costs } = policyOf(CALM.stakes);
const exit = exitOf({ position: "lido:wstETH", spend: "10", expected: "11.99", atLeast: "11.97" });

/** Of 1,000 ether at most half a per cent. */
function judged(
  loss: bigint,
  { purpose = "rebalance", limit = 50n }: { purpose?: Plan["purpose"]; limit?: bigint | null } = {},
): PlanContext {
  const own = limit === null ? costs : { ...costs, worstLossPerBatch: limit as Bps };
  const context = contextOf({ ...CALM, policy: { costs: own } });
  const plan = planOf(context, { actions: [exit] });
  const figures = { ...plan.figures, worstLoss: loss as BaseUnits };
  return judgedPlan(context, { plan, changes: { figures, purpose } });
}

function blind(given: PlanContext): PlanContext {
  const missing = [{ subject: "rate:weETH", code: "rpc", retry: true, detail: "" }] as const;
  return { ...given, snapshot: { ...given.snapshot, missing } };
}

describe("worstLossPerBatch", () => {
  test.each([
    { name: "below the limit", given: judged(eth("4")), code: "loss-within", level: "ok", share: 40n },
    { name: "exactly at it", given: judged(eth("5")), code: "loss-within", level: "ok", share: 50n },
    {
      name: "one wei above",
      given: judged(eth("5") + 1n),
      code: "loss-above",
      level: "critical",
      share: 51n,
    },
    {
      name: "an emergency says so and goes on",
      given: judged(eth("20"), { purpose: "emergency-exit" }),
      code: "loss-above-in-emergency",
      level: "notice",
      share: 200n,
    },
    {
      name: "an emergency within it",
      given: judged(eth("5"), { purpose: "emergency-exit" }),
      code: "loss-within",
      level: "ok",
      share: 50n,
    },
  ])("$name: $code", ({ given, code, level, share }) => {
    expect(worstLossPerBatch.judge(given)).toMatchObject([
      {
        code,
        level,
        measured: { unit: "bps", value: share },
        limit: { unit: "bps", value: 50n },
        effect: { kind: "none" },
      },
    ]);
  });

  test("a share of an unknown whole is unknown, and holds up no emergency", () => {
    const unknown = { code: "share-unknown", measured: null };
    expect(worstLossPerBatch.judge(blind(judged(1n)))).toMatchObject([{ ...unknown, level: "unknown" }]);
    const urgent = blind(judged(1n, { purpose: "emergency-exit" }));
    expect(worstLossPerBatch.judge(urgent)).toMatchObject([{ ...unknown, level: "notice" }]);
  });

  test("a policy without the limit asks for nothing", () => {
    expect(worstLossPerBatch.judge(judged(eth("900"), { limit: null }))).toEqual([]);
  });
});
