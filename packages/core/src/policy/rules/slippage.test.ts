import { describe, expect, test } from "vitest";
import type { Action } from "../../plan/types.ts";
import { entryOf, exitOf, judgedPlan, planOf } from "../../testing/plans.ts";
import { CALM, contextOf } from "../../testing/world.ts";
import { slippage } from "./slippage.ts";
import { worstCase } from "./worstCase.ts";

const context = contextOf(CALM);

/** 100 wstETH at a rate of 1.2 are worth 120 ether; the ceiling of 50 bps leaves 119.4. */
const cases: readonly { name: string; action: Action; code: string; cost: bigint }[] = [
  {
    name: "a minimum at the ceiling fits",
    action: exitOf({ position: "lido:wstETH", spend: "100", expected: "119.9", atLeast: "119.4" }),
    code: "within-ceiling",
    cost: 50n,
  },
  {
    name: "a minimum one wei below the ceiling does not",
    action: exitOf({
      position: "lido:wstETH",
      spend: "100",
      expected: "119.9",
      atLeast: "119.399999999999999999",
    }),
    code: "minimum-beyond-ceiling",
    cost: 51n,
  },
  {
    name: "a quote beyond the ceiling does not",
    action: exitOf({ position: "lido:wstETH", spend: "100", expected: "119.3", atLeast: "119.3" }),
    code: "quote-beyond-ceiling",
    cost: 59n,
  },
  {
    name: "a minimum above its quote could not execute",
    action: exitOf({ position: "lido:wstETH", spend: "100", expected: "119.8", atLeast: "119.9" }),
    code: "minimum-above-quote",
    cost: 9n,
  },
  {
    name: "an entry is judged by the same rates the other way round",
    action: entryOf({ position: "lido:wstETH", spend: "120", expected: "99.9", atLeast: "99.5" }),
    code: "within-ceiling",
    cost: 50n,
  },
  {
    name: "an asset without a rate has no known cost",
    action: exitOf({ position: "rocketpool:rETH", spend: "1", expected: "1", atLeast: "1" }),
    code: "cost-unknown",
    cost: -1n,
  },
];

function judged(action: Action, purpose: "rebalance" | "emergency-exit" = "rebalance") {
  const plan = planOf(context, { actions: [action], purpose });
  return judgedPlan(context, { plan });
}

describe("slippage", () => {
  test.each(cases)("$name", ({ action, code, cost }) => {
    const [found] = slippage.judge(judged(action));
    expect(found).toMatchObject({ code, limit: { unit: "bps", value: 50n } });
    expect(found?.measured?.value ?? -1n).toBe(cost);
    expect(found?.level).toBe(
      code === "within-ceiling" ? "ok" : code === "cost-unknown" ? "unknown" : "critical",
    );
  });

  test("an emergency has its own, wider ceiling", () => {
    const action = exitOf({ position: "lido:wstETH", spend: "100", expected: "119", atLeast: "117.6" });
    expect(slippage.judge(judged(action))[0]?.code).toBe("quote-beyond-ceiling");
    expect(slippage.judge(judged(action, "emergency-exit"))[0]).toMatchObject({
      code: "within-ceiling",
      limit: { value: 200n },
    });
  });
});

describe("worstCase", () => {
  const fair = exitOf({ position: "lido:wstETH", spend: "100", expected: "119.9", atLeast: "119.4" });

  test("the loss at the minimums is bounded by the ceiling of what is traded", () => {
    expect(worstCase.judge(judged(fair))[0]).toMatchObject({
      code: "loss-bounded",
      level: "ok",
      limit: { unit: "base", value: 6n * 10n ** 17n },
    });
  });

  test("figures that tell another loss than the actions allow are refused", () => {
    const each = judged(fair);
    const figures = {
      ...each.plan.figures,
      worstLoss: (7n * 10n ** 17n) as typeof each.plan.figures.worstLoss,
    };
    expect(worstCase.judge({ ...each, plan: { ...each.plan, figures } })[0]).toMatchObject({
      code: "loss-beyond-ceiling",
      level: "critical",
    });
  });

  test("an asset without a rate has no bound", () => {
    const stray = exitOf({ position: "rocketpool:rETH", spend: "1", expected: "1", atLeast: "1" });
    expect(worstCase.judge(judged(stray))[0]).toMatchObject({
      code: "loss-unknown",
      level: "unknown",
      limit: null,
    });
  });
});
