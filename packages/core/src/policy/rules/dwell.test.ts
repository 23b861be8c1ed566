import { describe, expect, test } from "vitest";
import type { RecentMove } from "../../decision/openWork.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { moveOf } from "../../testing/moves.ts";
import { CALM, contextOf } from "../../testing/world.ts";
import { dwell } from "./dwell.ts";

const WEEK = 7n * 86_400n;
const weETH = "etherfi:weETH";
const wstETH = "lido:wstETH";

const cases: readonly { name: string; recent: readonly RecentMove[]; expected: Record<string, string> }[] = [
  { name: "without a move everything is settled", recent: [], expected: { account: "settled" } },
  {
    name: "what was entered may not be left, what was left may not be entered",
    recent: [moveOf({ executed: 60n, entered: [weETH], exited: [wstETH] })],
    expected: { [`position:${weETH}`]: "entered-lately", [`position:${wstETH}`]: "exited-lately" },
  },
  {
    name: "one second short of the dwell still holds",
    recent: [moveOf({ executed: WEEK - 1n, entered: [weETH] })],
    expected: { [`position:${weETH}`]: "entered-lately" },
  },
  {
    name: "at the dwell it is over",
    recent: [moveOf({ executed: WEEK, entered: [weETH] })],
    expected: { account: "settled" },
  },
  {
    name: "a move that never executed moved nothing",
    recent: [moveOf({ proposed: 60n, executed: null, entered: [weETH], exited: [wstETH] })],
    expected: { account: "settled" },
  },
  {
    name: "of several moves the newest counts",
    recent: [moveOf({ executed: 2n * WEEK, entered: [weETH] }), moveOf({ executed: 5n, entered: [weETH] })],
    expected: { [`position:${weETH}`]: "entered-lately" },
  },
];

describe("dwell", () => {
  test.each(cases)("$name", ({ recent, expected }) => {
    expect(codes(dwell, contextOf({ ...CALM, openWork: { recent } }))).toEqual(expected);
  });

  test("the freeze points against going back", () => {
    const recent = [moveOf({ executed: 60n, entered: [weETH], exited: [wstETH] })];
    const context = contextOf({ ...CALM, openWork: { recent } });
    expect(findingWith(dwell, { context, code: "entered-lately" })).toMatchObject({
      level: "notice",
      measured: { unit: "seconds", value: 60n },
      limit: { unit: "seconds", value: WEEK },
      effect: { kind: "freeze-exits", positions: [weETH] },
    });
    expect(findingWith(dwell, { context, code: "exited-lately" }).effect).toEqual({
      kind: "freeze-entries",
      positions: [wstETH],
    });
  });
});
