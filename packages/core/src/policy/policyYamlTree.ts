import { Document, visit } from "yaml";
import type { Policy } from "./policy.ts";
import { policyToDocument } from "./policyToDocument.ts";

/** A policy as a YAML document. Addresses are quoted, because other YAML readers take an unquoted 0x… for a number. */
export function policyYamlTree(policy: Policy): Document {
  const document = new Document(policyToDocument(policy), { schema: "failsafe" });
  visit(document, {
    Scalar: (_key, node) => {
      if (String(node.value).startsWith("0x")) node.type = "QUOTE_DOUBLE";
    },
  });
  return document;
}
