import { describe, expect, test } from "vitest";
import type { Effect, Finding } from "../policy/finding.ts";
import { OPERATOR_A, OPERATOR_B, restakedAt } from "../testing/restaking.ts";
import { eth } from "../testing/world.ts";
import type { PositionId } from "../units/brands.ts";
import { frozenBy } from "./frozenBy.ts";

const weETH = "etherfi:weETH" as PositionId;
const idle = "idle:WETH" as PositionId;

function finding(effect: Effect): Finding {
  return {
    rule: "r",
    code: "c",
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
  effect: Effect;
  position: PositionId;
  entries: boolean;
  exits: boolean;
}[] = [
  {
    name: "nothing freezes nothing",
    effect: { kind: "none" },
    position: weETH,
    entries: false,
    exits: false,
  },
  {
    name: "a freeze of entries",
    effect: { kind: "freeze-entries", positions: [weETH] },
    position: weETH,
    entries: true,
    exits: false,
  },
  {
    name: "a freeze of another position",
    effect: { kind: "freeze-entries", positions: [idle] },
    position: weETH,
    entries: false,
    exits: false,
  },
  {
    name: "a freeze of all",
    effect: { kind: "freeze-entries", positions: "all" },
    position: weETH,
    entries: true,
    exits: false,
  },
  {
    name: "a freeze of all does not reach idle money",
    effect: { kind: "freeze-entries", positions: "all" },
    position: idle,
    entries: false,
    exits: false,
  },
  {
    name: "a freeze of exits",
    effect: { kind: "freeze-exits", positions: [weETH] },
    position: weETH,
    entries: false,
    exits: true,
  },
  {
    name: "what is to shrink is not entered",
    effect: { kind: "reduce-to", position: weETH, target: eth("1"), urgent: false },
    position: weETH,
    entries: true,
    exits: false,
  },
  {
    name: "what is to grow is not left",
    effect: { kind: "raise-to", position: weETH, target: eth("1") },
    position: weETH,
    entries: false,
    exits: true,
  },
  {
    name: "a hold freezes no position",
    effect: { kind: "hold" },
    position: weETH,
    entries: false,
    exits: false,
  },
  {
    name: "a halt freezes no position",
    effect: { kind: "halt" },
    position: weETH,
    entries: false,
    exits: false,
  },
];

describe("frozenBy", () => {
  test.each(cases)("$name", ({ effect, position, entries, exits }) => {
    const frozen = frozenBy([finding({ kind: "none" }), finding(effect)]);
    expect([frozen.entries(position), frozen.exits(position)]).toEqual([entries, exits]);
  });
});

test.each([
  [{ kind: "venue", id: "etherfi" }, weETH, true],
  [{ kind: "venue", id: "lido" }, weETH, false],
  [{ kind: "operator", id: OPERATOR_A }, restakedAt(OPERATOR_A), true],
  [{ kind: "operator", id: OPERATOR_A }, restakedAt(OPERATOR_B), false],
  [{ kind: "position", id: "etherfi:eETH" }, weETH, false],
] as const)("while %j is brought down, %s is entered: not %s", (subject, position, isFrozen) => {
  const effect = {
    kind: "reduce-to",
    position: "x:y" as PositionId,
    target: eth("1"),
    urgent: false,
  } as const;
  const found = { ...finding(effect), subject: subject as Finding["subject"] };
  expect(frozenBy([found]).entries(position)).toBe(isFrozen);
});
