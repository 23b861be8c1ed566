import { describe, expect, test } from "vitest";
import { heartbeatState } from "./heartbeatState.ts";

const at = (age: number, paused = false) =>
  heartbeatState({ lastAt: 1000, interval: 12, paused }, 1000 + age);

describe("the keeper's heartbeat", () => {
  test.each([
    ["within two intervals it is on watch", 24, false, "watch"],
    ["after two intervals it is late", 25, false, "late"],
    ["within three it is still late", 36, false, "late"],
    ["after three it is silent", 37, false, "silent"],
    ["a paused keeper that ticks is paused", 5, true, "paused"],
    ["a paused keeper that fell silent is silent", 40, true, "silent"],
    ["a block a second ahead of the clock is on watch", -1, false, "watch"],
  ] as const)("%s", (_name, age, paused, state) => {
    expect(at(age, paused)).toBe(state);
  });

  test("before the first evaluation there is none", () => {
    expect(heartbeatState({ lastAt: null, interval: 12, paused: false }, 0)).toBe("none");
  });
});
