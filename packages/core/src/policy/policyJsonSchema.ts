import * as z from "zod";
import { policyDocument } from "./document/policyDocument.ts";

/** JSON Schema (2020-12) of the policy document as people write it, for editors and other tools. */
export function policyJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(policyDocument, {
    io: "input",
    override: ({ jsonSchema }) => forEditors(jsonSchema),
  });
  return {
    $schema: schema.$schema,
    title: "Ballast policy",
    description: "Limits, guards and objective of one account.",
    ...schema,
  };
}

/** Whole numbers may stand unquoted in YAML, and what only our own forms use is left out. */
function forEditors(schema: Record<string, unknown>): void {
  if (schema.kind === "integer") schema.type = ["integer", "string"];
  if (schema.orElse !== undefined) schema.default = schema.orElse;
  delete schema.kind;
  delete schema.options;
  delete schema.orElse;
  delete schema.tightens;
  delete schema.because;
}
