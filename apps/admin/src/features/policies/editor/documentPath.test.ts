import { describe, expect, test } from "vitest";
import { pathKeys, readPath, readText, writePath } from "./documentPath.ts";

const document = { mode: "observe", costs: { slippage: "0.3%" }, universe: [{ max: "60%" }, { max: "70%" }] };

describe("paths in a written policy", () => {
  test.each([
    ["mode", ["mode"]],
    ["costs.slippage", ["costs", "slippage"]],
    ["universe[1].max", ["universe", 1, "max"]],
    ["guards.staleOracle.feeds[0]", ["guards", "staleOracle", "feeds", 0]],
  ])("%s", (path, keys) => {
    expect(pathKeys(path)).toEqual(keys);
  });

  test.each([
    ["a field", "costs.slippage", "0.3%"],
    ["an item of a list", "universe[1].max", "70%"],
    ["what is not there", "universe[7].max", undefined],
    ["a name in a list", "universe.max", undefined],
  ])("reads %s", (_name, path, value) => {
    expect(readPath(document, path)).toEqual(value);
  });

  test("text that is not there reads as empty", () => {
    expect(readText(document, "pace.cooldown")).toBe("");
    expect(readText(document, "costs")).toBe("");
  });

  test.each([
    ["a field", { path: "costs.slippage", value: "1%" }, "costs.slippage", "1%"],
    ["an item's field", { path: "universe[0].max", value: "61%" }, "universe[0].max", "61%"],
    ["a field of a record that is not there", { path: "pace.cooldown", value: "6h" }, "pace.cooldown", "6h"],
    ["a new item at the end", { path: "universe[2]", value: { max: "1%" } }, "universe[2].max", "1%"],
  ])("writes %s", (_name, change, path, value) => {
    expect(readPath(writePath(document, change), path)).toBe(value);
  });

  test("undefined takes an item out and leaves the others", () => {
    expect(writePath(document, { path: "universe[0]", value: undefined }).universe).toEqual([{ max: "70%" }]);
  });

  test("what was given stays as it was", () => {
    const before = structuredClone(document);
    writePath(document, { path: "universe[0].max", value: "1%" });
    expect(document).toEqual(before);
  });
});
