import { describe, expect, test } from "vitest";
import type { Action } from "../plan/types.ts";
import { entryOf, exitOf, planOf } from "../testing/plans.ts";
import { CALM, contextOf, eth } from "../testing/world.ts";
import type { PositionId, VenueId } from "../units/brands.ts";
import type { Effect, Finding, Subject } from "./finding.ts";
import { isRepair, needsRepair } from "./repair.ts";

const wstETH = "lido:wstETH" as PositionId;
const idle = "idle:WETH" as PositionId;
const sell = exitOf({ position: wstETH, spend: "10", expected: "11.99", atLeast: "11.97" });
const buy = entryOf({ position: wstETH, spend: "12", expected: "9.99", atLeast: "9.97" });

function finding(effect: Effect, subject: Subject = { kind: "account" }): Finding {
  return {
    rule: "r",
    code: "c",
    subject,
    level: "warning",
    measured: null,
    limit: null,
    evidence: [],
    effect,
  };
}

const reduce = (position: PositionId, urgent = false): Effect => ({
  kind: "reduce-to",
  position,
  target: eth("1"),
  urgent,
});
const raise = (position: PositionId): Effect => ({ kind: "raise-to", position, target: eth("900") });

const cases: readonly { name: string; found: Finding; actions: readonly Action[]; repairs: boolean }[] = [
  {
    name: "selling what is too much repairs",
    found: finding(reduce(wstETH)),
    actions: [sell],
    repairs: true,
  },
  { name: "buying it does not", found: finding(reduce(wstETH)), actions: [buy], repairs: false },
  { name: "buying what is too little repairs", found: finding(raise(wstETH)), actions: [buy], repairs: true },
  { name: "selling it does not", found: finding(raise(wstETH)), actions: [sell], repairs: false },
  { name: "selling anything raises idle money", found: finding(raise(idle)), actions: [sell], repairs: true },
  { name: "buying anything lowers it", found: finding(reduce(idle)), actions: [buy], repairs: true },
  { name: "buying does not raise it", found: finding(raise(idle)), actions: [buy], repairs: false },
  {
    name: "a venue above its cap is repaired by any of its positions",
    found: finding(reduce("lido:stETH" as PositionId), { kind: "venue", id: "lido" as VenueId }),
    actions: [sell],
    repairs: true,
  },
  {
    name: "another position repairs nothing",
    found: finding(reduce("etherfi:weETH" as PositionId)),
    actions: [sell],
    repairs: false,
  },
  {
    name: "an emergency is no repair",
    found: finding(reduce(wstETH, true)),
    actions: [sell],
    repairs: false,
  },
];

describe("isRepair", () => {
  test.each(cases)("$name", ({ found, actions, repairs }) => {
    expect(isRepair(planOf(contextOf(CALM), { actions }), [found])).toBe(repairs);
  });
});

describe("needsRepair", () => {
  test("a broken limit does, an emergency or a freeze does not", () => {
    expect(needsRepair([finding(reduce(wstETH))])).toBe(true);
    expect(needsRepair([finding(raise(idle))])).toBe(true);
    expect(needsRepair([finding(reduce(wstETH, true)), finding({ kind: "hold" })])).toBe(false);
  });
});
