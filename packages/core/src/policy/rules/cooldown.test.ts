import { describe, expect, test } from "vitest";
import type { RecentMove } from "../../decision/openWork.ts";
import { findingWith } from "../../testing/judge.ts";
import { moveOf } from "../../testing/moves.ts";
import { CALM, contextOf } from "../../testing/world.ts";
import { cooldown } from "./cooldown.ts";

const DAY = 86_400n;

const cases: readonly { name: string; recent: readonly RecentMove[]; code: string; passed: bigint | null }[] =
  [
    { name: "without a move there is nothing to wait for", recent: [], code: "no-recent-move", passed: null },
    {
      name: "a move that was just executed cools down",
      recent: [moveOf({ executed: 0n })],
      code: "cooling-down",
      passed: 0n,
    },
    {
      name: "one second short of the cooldown still cools down",
      recent: [moveOf({ executed: DAY - 1n })],
      code: "cooling-down",
      passed: DAY - 1n,
    },
    {
      name: "at the cooldown it is over",
      recent: [moveOf({ executed: DAY })],
      code: "cooled-down",
      passed: DAY,
    },
    {
      name: "execution counts, not the proposal before it",
      recent: [moveOf({ proposed: 5n * DAY, executed: 10n })],
      code: "cooling-down",
      passed: 10n,
    },
    {
      name: "a proposal that was never executed counts from when it was proposed",
      recent: [moveOf({ proposed: 100n, executed: null, state: "rejected" })],
      code: "cooling-down",
      passed: 100n,
    },
    {
      name: "of several moves the newest counts",
      recent: [moveOf({ executed: 60n }), moveOf({ executed: 3n * DAY })],
      code: "cooling-down",
      passed: 60n,
    },
    {
      name: "a move stamped later than the block has just been made",
      recent: [moveOf({ executed: -30n })],
      code: "cooling-down",
      passed: 0n,
    },
  ];

describe("cooldown", () => {
  test.each(cases)("$name", ({ recent, code, passed }) => {
    const context = contextOf({ ...CALM, openWork: { recent } });
    expect(findingWith(cooldown, { context, code })).toMatchObject({
      measured: passed === null ? null : { unit: "seconds", value: passed },
      limit: { unit: "seconds", value: DAY },
      effect: { kind: code === "cooling-down" ? "hold" : "none" },
    });
  });
});
