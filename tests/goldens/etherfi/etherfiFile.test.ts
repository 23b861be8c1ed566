import { describe, expect, it } from "vitest";
import golden from "./etherfi.golden.json" with { type: "json" };
import { etherfiFile, recognisesEtherfi } from "./etherfiFile.ts";

describe("a file of ether.fi's form", () => {
  it.each([
    ["by its source", golden, true],
    ["by its steps, when no source is stated", { steps: golden.steps }, true],
    ["not by another protocol's source", { ...golden, meta: { source: "lidofinance/core" } }, false],
    ["not by other steps", { steps: [{ action: "deposit" }] }, false],
    ["not without steps", {}, false],
    ["not a list", [], false],
    ["not nothing", null, false],
  ])("is recognised %s", (_how, document, recognised) => {
    expect(recognisesEtherfi(document)).toBe(recognised);
  });

  const [step] = golden.steps;
  it.each([
    ["no object", [], "the document is no object"],
    ["no parameters", { ...golden, meta: {} }, "meta.parametersAreRigValues is no text"],
    ["no steps", { ...golden, steps: [] }, "steps is no list with steps"],
    ["a step that is none", { ...golden, steps: [step, 5] }, "steps[1] is no object"],
    [
      "a step without action",
      { ...golden, steps: [{ ...step, action: undefined }] },
      "steps[0].action is no text",
    ],
    [
      "a step without state before",
      { ...golden, steps: [{ ...step, before: 1 }] },
      "steps[0].before is no object",
    ],
    [
      "a step without state after",
      { ...golden, steps: [{ ...step, after: null }] },
      "steps[0].after is no object",
    ],
    ["Safe tests that are none", { ...golden, safeTests: 3 }, "safeTests is no object"],
  ])("with %s is unreadable", (_what, document, problem) => {
    expect(() => etherfiFile(document)).toThrow(problem);
  });
});
