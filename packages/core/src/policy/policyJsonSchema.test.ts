import { describe, expect, it } from "vitest";
import committed from "../../policy.schema.json" with { type: "json" };
import { policyFields } from "./document/policyFields.ts";
import { policyJsonSchema } from "./policyJsonSchema.ts";

type Node = {
  readonly type?: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly properties?: Record<string, Node>;
  readonly items?: Node;
};

function nodeAt(path: string): Node | undefined {
  return path
    .replaceAll("[]", ".[]")
    .split(".")
    .reduce<Node | undefined>(
      (node, key) => (key === "[]" ? node?.items : node?.properties?.[key]),
      policyJsonSchema() as Node,
    );
}

describe("policyJsonSchema", () => {
  it("is packages/core/policy.schema.json (after a change, write `ballast policy schema` there and format it)", () => {
    expect(policyJsonSchema()).toEqual(committed);
  });

  it.each(policyFields().map((field) => [field.path, field] as const))("describes %s", (path, field) => {
    const node = nodeAt(path);
    expect(node?.title).toBe(field.title);
    expect(node?.description).toBe(field.description);
  });

  it.each(
    policyFields()
      .filter(({ kind, example }) => example !== "" && kind !== "choice" && kind !== "text")
      .map(({ path, example }) => [path, example] as const),
  )("takes the example of %s", (path, example) => {
    expect(example).toMatch(new RegExp(nodeAt(path)?.pattern ?? "no pattern"));
  });

  it.each(policyFields().flatMap(({ path, orElse }) => (orElse === null ? [] : [[path, orElse] as const])))(
    "says what %s is when it is left out",
    (path, orElse) => {
      expect(nodeAt(path)?.default).toBe(orElse);
    },
  );

  it("lets whole numbers stand unquoted", () => {
    expect(nodeAt("chainId")?.type).toEqual(["integer", "string"]);
    expect(nodeAt("guards.sourceSilent.quorum")?.type).toEqual(["integer", "string"]);
  });

  it("allows no field that the parser would refuse", () => {
    expect(JSON.stringify(policyJsonSchema()).match(/"properties"/g)?.length).toBe(
      JSON.stringify(policyJsonSchema()).match(/"additionalProperties":false/g)?.length,
    );
  });
});
