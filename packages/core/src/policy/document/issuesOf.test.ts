import { describe, expect, it } from "vitest";
import { EXAMPLE_POLICY_YAML } from "../examplePolicyYaml.ts";
import { parsePolicy } from "../parsePolicy.ts";
import { policyToDocument } from "../policyToDocument.ts";
import { issuesOf } from "./issuesOf.ts";
import { policyDocument } from "./policyDocument.ts";

const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const example = policyToDocument(parsed.policy);

function issues(document: unknown) {
  const result = policyDocument.safeParse(document);
  return result.success ? [] : issuesOf(result.error, document);
}

describe("the schema's complaints", () => {
  it("are none for the example", () => {
    expect(issues(example)).toEqual([]);
  });

  it("name the field, the value and the limit as facts beside the sentence", () => {
    expect(issues({ ...example, looseningDelay: "1 week" })).toEqual([
      {
        path: "looseningDelay",
        value: "1 week",
        limit: "a whole number and s, m, h or d, such as 45s, 10m, 6h or 30d",
        message:
          'looseningDelay is "1 week"; it must be a whole number and s, m, h or d, such as 45s, 10m, 6h or 30d.',
      },
    ]);
  });

  it("count items of lists from nought, as the document's path does", () => {
    const universe = example.universe.map((band, i) => (i === 2 ? { ...band, max: "70" } : band));
    expect(issues({ ...example, universe })).toMatchObject([
      { path: "universe[2].max", value: "70", message: expect.stringMatching(/Write 70%\.$/) },
    ]);
  });

  it("say what a missing field is for, with an example in its unit", () => {
    const { proposalDeadline: _left, ...rest } = example;
    expect(issues(rest)).toMatchObject([
      {
        path: "proposalDeadline",
        value: "",
        message: expect.stringMatching(/is missing\. Time from .* for example 6h\.$/),
      },
    ]);
  });

  it("say of a missing group what it is for, without an example", () => {
    const { costs: _left, ...rest } = example;
    expect(issues(rest)).toMatchObject([{ path: "costs", limit: "required" }]);
  });

  it("give one issue to each unknown field, with all that are known there", () => {
    const pace = { ...example.pace, colldown: "1m", sped: "1" };
    expect(issues({ ...example, pace })).toMatchObject([
      { path: "pace.colldown", message: expect.stringContaining("Did you mean cooldown?") },
      { path: "pace.sped", limit: "one of cooldown, dwell, minimumTrade, turnoverPerDay" },
    ]);
  });

  it.each([
    ["a number where text belongs", { ...example, version: 1 }, "version", /a single value such as 3/],
    ["null where a record belongs", { ...example, costs: null }, "costs", /a record of fields/],
    ["a text where a list belongs", { ...example, liquidity: "none" }, "liquidity", /a list/],
    [
      "a text where an item's record belongs",
      { ...example, liquidity: ["none"] },
      "liquidity[0]",
      /a record of fields/,
    ],
  ])("name %s by its kind", (_name, document, path, limit) => {
    expect(issues(document)).toMatchObject([{ path, limit: expect.stringMatching(limit) }]);
  });

  it.each([["a text"], [null], [12n], [["a list"]]])(
    "refuse %s in place of the whole document",
    (document) => {
      expect(issues(document)).toMatchObject([
        { path: "", message: expect.stringMatching(/^The document is/) },
      ]);
    },
  );
});
