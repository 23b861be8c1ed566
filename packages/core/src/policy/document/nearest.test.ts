import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

describe("nearest", () => {
  const known = ["universe", "caps", "liquidity", "cooldown", "max", "min"];
  it.each([
    ["univers", "universe"],
    ["Caps", "caps"],
    ["liquidty", "liquidity"],
    ["coolDown", "cooldown"],
    ["mx", "max"],
    ["leverage", null],
    ["", null],
  ])("takes %j for %j", (written, meant) => {
    expect(nearest(written, known)).toBe(meant);
  });
});
