import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestName } from "./nearestName.ts";

const KNOWN = ["chainId", "multicall", "deadlineChecker", "assets", "venues"];

describe("nearestName", () => {
  it.each([
    ["chainID", "chainId"],
    ["chain_id", "chainId"],
    ["multicall3", "multicall"],
    ["asset", "assets"],
    ["deadlineCheker", "deadlineChecker"],
  ])("takes %s for %s", (typed, meant) => {
    expect(nearestName(typed, KNOWN)).toBe(meant);
  });

  it.each(["rpc", "completelyDifferent", ""])("does not guess what %j means", (typed) => {
    expect(nearestName(typed, KNOWN)).toBeNull();
  });

  it("finds the name itself, and nothing among nothing", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(nearestName(name, [...KNOWN, name])?.toLowerCase()).toBe(name.toLowerCase());
        expect(nearestName(name, [])).toBeNull();
      }),
    );
  });
});
