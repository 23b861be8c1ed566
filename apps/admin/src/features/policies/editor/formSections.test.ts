import { policyFields } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { formSections } from "./formSections.ts";

const FIXED = ["schema", "account", "chainId", "baseAsset", "version"];

describe("the form's panels", () => {
  test("hold every field of the schema once, but for those that are fixed", () => {
    const leaves = policyFields().filter(
      ({ kind, path }) => kind !== "group" && kind !== "list" && !FIXED.includes(path),
    );
    const shown = formSections().flatMap(({ fields }) => fields.map(({ path }) => path));
    expect(shown.toSorted()).toEqual(leaves.map(({ path }) => path).toSorted());
  });

  test("bands, caps and the ladder are lists; costs are fields", () => {
    const kinds = new Map(formSections().map(({ id, kind }) => [id, kind]));
    expect(kinds.get("universe")).toBe("list");
    expect(kinds.get("caps.protocols")).toBe("list");
    expect(kinds.get("liquidity")).toBe("list");
    expect(kinds.get("caps.operators")).toBe("list");
    expect(kinds.get("costs")).toBe("fields");
  });

  test("a guard of its own may be left out, the first three may not", () => {
    const optional = formSections()
      .filter(({ id, isOptional }) => id.startsWith("guards.") && !isOptional)
      .map(({ id }) => id);
    expect(optional).toEqual(["guards.marketDepeg", "guards.staleOracle", "guards.sourceSilent"]);
  });
});
