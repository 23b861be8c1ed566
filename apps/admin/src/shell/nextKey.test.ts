import { describe, expect, test } from "vitest";
import { type KeyState, nextKey } from "./nextKey.ts";

function press(keys: readonly [string, number][]) {
  let state: KeyState = { pending: null };
  return keys.map(([key, at]) => {
    const { act, state: next } = nextKey(state, { key, at });
    state = next;
    return act.kind === "go" ? act.path || "/" : act.kind;
  });
}

describe("keys", () => {
  test.each([
    [
      "g then r goes to the proposals",
      [
        ["g", 0],
        ["r", 400],
      ],
      ["none", "/proposals"],
    ],
    [
      "g then o goes to the overview",
      [
        ["g", 0],
        ["o", 400],
      ],
      ["none", "/"],
    ],
    ["r alone does nothing", [["r", 0]], ["none"]],
    [
      "a chord that takes too long is forgotten",
      [
        ["g", 0],
        ["r", 1600],
      ],
      ["none", "none"],
    ],
    [
      "a letter that leads nowhere ends the chord",
      [
        ["g", 0],
        ["x", 10],
        ["r", 20],
      ],
      ["none", "none", "none"],
    ],
    ["? shows the keys", [["?", 0]], ["help"]],
    [
      "g g r: the second g ends the chord",
      [
        ["g", 0],
        ["g", 10],
        ["r", 20],
      ],
      ["none", "none", "none"],
    ],
  ] as const)("%s", (_name, keys, acts) => {
    expect(press(keys as unknown as [string, number][])).toEqual(acts);
  });
});
