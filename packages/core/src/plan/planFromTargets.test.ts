import { describe, expect, test } from "vitest";
import { outputAtDown } from "../curve/outputAtDown.ts";
import { withSnapshot } from "../testing/judge.ts";
import { CALM, contextOf, eth, NOW } from "../testing/world.ts";
import type { PositionId } from "../units/brands.ts";
import { planFromTargets } from "./planFromTargets.ts";
import { planningFacts } from "./planningFacts.ts";
import type { AllocationAnswer, Plan } from "./types.ts";

/** The calm world with pools so deep that no size here comes near the ceiling. */
const DEEP = { ...CALM, stakes: CALM.stakes.map((stake) => ({ ...stake, depth: "400000" })) };

function answerOf(values: Record<string, string>): AllocationAnswer {
  const targets = Object.entries(values).map(([position, value]) => ({
    position: position as PositionId,
    value: eth(value),
    limitedBy: "gain",
  }));
  return { schema: "ballast/allocation/1", allocator: "by-hand/1", outcome: "targets", targets };
}

function outcome(values: Record<string, string>, context = contextOf(DEEP)) {
  return planFromTargets({ context, answer: answerOf(values), facts: planningFacts(context, []) });
}

function planned(values: Record<string, string>): Plan {
  const found = outcome(values);
  if (found.kind !== "plan") throw new Error(found.kind);
  return found.plan;
}

describe("planFromTargets", () => {
  test("exits come before entries, and entries spend exactly what exits guarantee", () => {
    const plan = planned({ "etherfi:weETH": "500", "idle:WETH": "100", "lido:wstETH": "400" });
    const [exit, enter] = plan.actions;
    expect(plan.actions.map((action) => action.kind)).toEqual(["exit", "enter"]);
    expect(enter?.spend.amount).toBe(exit?.receive.atLeast);
    expect(exit?.spend).toEqual({ asset: "wstETH", amount: (eth("100") * 10n ** 18n) / eth("1.2") });
    expect(plan).toMatchObject({ purpose: "rebalance", deadline: NOW + 21_600n });
  });

  test("idle money that the targets release is spent on top", () => {
    const plan = planned({ "etherfi:weETH": "560", "idle:WETH": "40", "lido:wstETH": "400" });
    const [exit, enter] = plan.actions;
    expect(enter?.spend.amount).toBe((exit?.receive.atLeast ?? 0n) + eth("60"));
  });

  test("idle money that the targets keep is not spent, not even what exits bring beyond their minimum", () => {
    const plan = planned({ "etherfi:weETH": "450", "idle:WETH": "150", "lido:wstETH": "400" });
    const [exit, enter] = plan.actions;
    expect(enter?.spend.amount).toBe((exit?.receive.atLeast ?? 0n) - eth("50"));
  });

  test("an exit to idle money alone is one action", () => {
    const plan = planned({ "idle:WETH": "199", "lido:wstETH": "400" });
    expect(plan.actions.map((action) => [action.kind, action.position])).toEqual([["exit", "lido:wstETH"]]);
  });

  test("a target of nothing sells everything, dust included", () => {
    const plan = planned({ "idle:WETH": "499", "etherfi:weETH": "0" });
    const held = contextOf(DEEP).snapshot.positions.find((each) => each.position === "etherfi:weETH");
    expect(plan.actions[0]?.spend.amount).toBe(held?.amount);
  });

  test("entries without exits are paid by idle money, and reach what the route gives for it", () => {
    const plan = planned({ "idle:WETH": "50", "etherfi:weETH": "440" });
    const [enter] = plan.actions;
    const { lines } = planningFacts(contextOf(DEEP), []);
    const curve = lines[0]?.enter;
    expect(enter?.spend.amount).toBeLessThan(eth("40.2"));
    expect(enter?.receive.expected).toBe(
      curve === null || curve === undefined ? 0n : outputAtDown(curve, enter?.spend.amount ?? (0n as never)),
    );
    // 40 ether's worth at a rate of 1.05, rounded down.
    expect(enter?.receive.expected).toBe((eth("40") * 10n ** 18n) / eth("1.05"));
  });

  test("when the money does not last, entries share it in proportion", () => {
    const plan = planned({ "idle:WETH": "70", "etherfi:weETH": "440", "lido:wstETH": "520" });
    const spends = plan.actions.map((action) => action.spend.amount);
    expect(spends.reduce((sum, spend) => sum + spend, 0n)).toBe(eth("30"));
    const ratio = Number(spends[0]) / Number(spends[1]);
    expect(ratio).toBeCloseTo(2, 2);
  });

  test("without money there is no entry", () => {
    expect(outcome({ "idle:WETH": "100", "etherfi:weETH": "440" })).toEqual({ kind: "no-move" });
    expect(outcome({ "idle:WETH": "900", "etherfi:weETH": "440" })).toEqual({ kind: "no-move" });
  });

  test.each([
    {
      name: "targets that are what is held",
      values: { "etherfi:weETH": "400", "idle:WETH": "100", "lido:wstETH": "500" },
    },
    { name: "a move below the minimum trade", values: { "lido:wstETH": "499.5", "idle:WETH": "100.5" } },
    { name: "no targets", values: {} },
  ])("$name move nothing", ({ values }) => {
    expect(outcome(values as Record<string, string>)).toEqual({ kind: "no-move" });
  });

  test("fees that are not known make no plan", () => {
    expect(outcome({ "idle:WETH": "199", "lido:wstETH": "400" }, withSnapshot({ gas: null }))).toEqual({
      kind: "fees-unknown",
    });
  });

  test("a route that is not known makes no plan, for exits and for entries", () => {
    const context = withSnapshot({ curves: [] });
    expect(outcome({ "idle:WETH": "199", "lido:wstETH": "400" }, context)).toMatchObject({
      kind: "unquotable",
      because: "no-route",
    });
    const none = withSnapshot({ curves: context.snapshot.curves });
    expect(outcome({ "idle:WETH": "50", "etherfi:weETH": "440" }, none)).toEqual({ kind: "no-move" });
  });

  test("a size beyond the ceiling makes no plan", () => {
    const context = contextOf({ ...CALM, stakes: CALM.stakes.map((stake) => ({ ...stake, depth: "1000" })) });
    expect(outcome({ "idle:WETH": "299", "lido:wstETH": "300" }, context)).toEqual({
      kind: "unquotable",
      because: "beyond-slippage",
      position: "lido:wstETH",
    });
  });
});
