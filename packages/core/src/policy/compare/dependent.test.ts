import { expect, test } from "vitest";
import { policyFields } from "../document/policyFields.ts";
import { DEPENDENT } from "./dependent.ts";

test("every field or list whose order depends on others has its comparison, and no other has", () => {
  const asked = policyFields()
    .filter(({ path, tightens }) => tightens === "depends" && !path.startsWith("liquidity[]"))
    .map(({ path }) => path);
  expect([...DEPENDENT.keys()].toSorted()).toEqual(asked.toSorted());
});
