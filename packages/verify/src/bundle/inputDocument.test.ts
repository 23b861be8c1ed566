import { expect, test } from "vitest";
import { bind, draft } from "../../test/validBundle.ts";
import { CheckFailedError } from "../errors/CheckFailedError.ts";
import { FieldError } from "../errors/FieldError.ts";
import { inputDocument } from "./inputDocument.ts";
import { policySchema } from "./schema/inputs.ts";
import { parseFields } from "./schema/parseFields.ts";
import { signedBundleSchema } from "./schema/signedBundle.ts";

function bundleWith(policies: readonly unknown[]) {
  const parts = draft();
  parts.others.push(...policies.map((document) => ({ kind: "extra-policy", document })));
  const file = {
    bundle: bind(parts),
    bundleHash: `0x${"0".repeat(64)}`,
    signature: "0x",
    signer: `0x${"0".repeat(40)}`,
  };
  return parseFields(signedBundleSchema, { document: file, path: "" }).bundle;
}

const read = (policies: readonly unknown[]) => () =>
  inputDocument(bundleWith(policies), { kind: "extra-policy", schema: policySchema });

test("the one document of a kind is read, with everything else that it holds", () => {
  const { policy } = draft();
  expect(read([policy])()).toEqual(policy);
});

test("none, or more than one, is refused with the number", () => {
  expect(read([])).toThrow(CheckFailedError);
  expect(read([])).toThrow("holds 0 documents of kind extra-policy, not 1");
  expect(read([{ a: 1n }, { a: 2n }])).toThrow("holds 2 documents");
});

test("a field that is missing is named by its whole path", () => {
  const { proposer, ...rest } = draft().policy;
  expect(proposer).toMatch(/^0x/);
  expect(read([rest])).toThrow(FieldError);
  expect(read([rest])).toThrow(/^bundle\.inputs\[\d\]\.document\.proposer: missing$/);
});
