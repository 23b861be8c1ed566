import { describe, expect, test } from "vitest";
import type { Action } from "../../plan/types.ts";
import { entryOf, exitOf, planOf } from "../../testing/plans.ts";
import { CALM, contextOf, eth } from "../../testing/world.ts";
import type { PositionId } from "../../units/brands.ts";
import type { Finding } from "../finding.ts";
import { frozenPositions } from "./frozenPositions.ts";

const context = contextOf(CALM);
const weETH = "etherfi:weETH" as PositionId;
const wstETH = "lido:wstETH" as PositionId;
const leave = exitOf({ position: wstETH, spend: "10", expected: "11.99", atLeast: "11.97" });
const enter = entryOf({ position: weETH, spend: "11.97", expected: "11.39", atLeast: "11.36" });

function finding(effect: Finding["effect"]): Finding {
  return {
    rule: "test",
    code: "test",
    subject: { kind: "account" },
    level: "notice",
    measured: null,
    limit: null,
    evidence: [],
    effect,
  };
}

const cases: readonly {
  name: string;
  effect: Finding["effect"];
  actions: readonly Action[];
  codes: readonly string[];
}[] = [
  {
    name: "nothing frozen, nothing said",
    effect: { kind: "none" },
    actions: [leave, enter],
    codes: ["freezes-kept"],
  },
  {
    name: "entering what is frozen",
    effect: { kind: "freeze-entries", positions: [weETH] },
    actions: [leave, enter],
    codes: ["enters-frozen"],
  },
  {
    name: "entering while all is frozen",
    effect: { kind: "freeze-entries", positions: "all" },
    actions: [leave, enter],
    codes: ["enters-frozen"],
  },
  {
    name: "leaving what is frozen for entries is fine",
    effect: { kind: "freeze-entries", positions: [wstETH] },
    actions: [leave],
    codes: ["freezes-kept"],
  },
  {
    name: "leaving what dwells",
    effect: { kind: "freeze-exits", positions: [wstETH] },
    actions: [leave],
    codes: ["leaves-frozen"],
  },
  {
    name: "entering what is to be reduced",
    effect: { kind: "reduce-to", position: weETH, target: eth("1"), urgent: false },
    actions: [enter],
    codes: ["enters-frozen"],
  },
  {
    name: "leaving what is to be raised",
    effect: { kind: "raise-to", position: wstETH, target: eth("900") },
    actions: [leave],
    codes: ["leaves-frozen"],
  },
  {
    name: "a hold freezes no position by itself",
    effect: { kind: "hold" },
    actions: [leave, enter],
    codes: ["freezes-kept"],
  },
];

describe("frozenPositions", () => {
  test.each(cases)("$name", ({ effect, actions, codes }) => {
    const plan = planOf(context, { actions });
    const found = frozenPositions.judge({ ...context, plan, findings: [finding(effect)] });
    expect(found.map((each) => each.code)).toEqual(codes);
    expect(found.every((each) => each.level === (each.code === "freezes-kept" ? "ok" : "critical"))).toBe(
      true,
    );
  });

  test("what the policy does not list is never entered", () => {
    const stray = entryOf({ position: "renzo:ezETH", spend: "1", expected: "1", atLeast: "1" });
    const plan = planOf(context, { actions: [stray] });
    expect(frozenPositions.judge({ ...context, plan, findings: [] }).map((each) => each.code)).toEqual([
      "enters-frozen",
    ]);
  });

  test("an emergency leaves what dwells and enters nothing", () => {
    const findings = [finding({ kind: "freeze-exits", positions: [wstETH] })];
    const plan = planOf(context, { actions: [leave, enter], purpose: "emergency-exit" });
    expect(frozenPositions.judge({ ...context, plan, findings }).map((each) => each.code)).toEqual([
      "enters-frozen",
    ]);
  });
});
