import { describe, expect, test } from "vitest";
import { nextNotBefore } from "./nextNotBefore.ts";

describe("the time that the next owner signs", () => {
  test.each([
    ["the first owner signs the delay from now on", null, 5000n, false, 5000n],
    ["a short delay leaves two minutes to sign", null, 160n, false, 220n],
    ["the next one signs the same time", 150n, 5000n, false, 150n],
    ["once that time has passed a new one begins", 100n, 5000n, false, 5000n],
    ["a first policy or a tightening may take effect at once", null, 100n, true, 100n],
    ["and its time is signed by all, even when it has passed", 50n, 100n, true, 50n],
  ])("%s", (_name, signed, earliest, isAtOnce, time) => {
    expect(nextNotBefore({ signed, earliest, now: 100n, isAtOnce })).toBe(time);
  });
});
