import { expect, test } from "vitest";
import { moveOf } from "../testing/moves.ts";
import { CALM, contextOf, eth, NOW } from "../testing/world.ts";
import type { UnixSeconds } from "../units/brands.ts";
import { movedSince } from "./movedSince.ts";

const DAY = 86_400n;

test.each([
  { name: "nothing was moved", recent: [], expected: "0" },
  {
    name: "a move of a second less than the time counts",
    recent: [moveOf({ executed: DAY - 1n })],
    expected: "10",
  },
  { name: "a move of exactly the time ago is over", recent: [moveOf({ executed: DAY })], expected: "0" },
  {
    name: "one that was proposed before and executed since counts",
    recent: [moveOf({ proposed: 2n * DAY, executed: 60n })],
    expected: "10",
  },
  {
    name: "one that may still execute counts",
    recent: [moveOf({ proposed: 2n * DAY, executed: null })],
    expected: "10",
  },
  {
    name: "one that no longer can does not",
    recent: [
      moveOf({ proposed: 60n, executed: null, state: "expired" }),
      moveOf({ proposed: 50n, executed: null, state: "rejected" }),
    ],
    expected: "0",
  },
  {
    name: "all of them together",
    recent: [moveOf({ executed: 5n }), moveOf({ executed: 90n })],
    expected: "20",
  },
])("$name", ({ recent, expected }) => {
  const { openWork } = contextOf({ ...CALM, openWork: { recent } });
  expect(movedSince(openWork, (NOW - DAY) as UnixSeconds)).toBe(eth(expected));
});
