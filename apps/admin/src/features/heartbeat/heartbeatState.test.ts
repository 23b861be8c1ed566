import { describe, expect, test } from "vitest";
import { heartbeatState } from "./heartbeatState.ts";

describe("the keeper's heartbeat", () => {
  test.each([
    ["within two intervals it is on watch", 24, "watch"],
    ["after two intervals it is late", 25, "late"],
    ["within three it is still late", 36, "late"],
    ["after three it is silent", 37, "silent"],
    ["a block a second ahead of the clock is on watch", -1, "watch"],
  ] as const)("%s", (_name, age, state) => {
    expect(heartbeatState({ lastAt: 1000, interval: 12 }, 1000 + age)).toBe(state);
  });

  test("before the first evaluation there is none", () => {
    expect(heartbeatState({ lastAt: null, interval: 12 }, 0)).toBe("none");
  });
});
