import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareText } from "./compareText.ts";

describe("compareText", () => {
  it.each([
    ["a", "b", -1],
    ["b", "a", 1],
    ["a", "a", 0],
    ["B", "a", -1],
    ["2", "10", 1],
    ["a", "a-b", -1],
    ["z", "ä", -1],
  ])("puts %j before, with or after %j as bytes do: %d", (a, b, order) => {
    expect(compareText(a, b)).toBe(order);
  });

  it("is one order: turning the question round turns the answer round", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(compareText(a, b) + compareText(b, a)).toBe(0);
      }),
    );
  });
});
