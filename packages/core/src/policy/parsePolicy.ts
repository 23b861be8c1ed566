import { issuesOf } from "./document/issuesOf.ts";
import { policyDocument } from "./document/policyDocument.ts";
import { policyFromDocument } from "./document/policyFromDocument.ts";
import type { PolicyIssue } from "./document/policyIssue.ts";
import { policyProblems } from "./document/policyProblems.ts";
import { readYaml } from "./document/readYaml.ts";
import type { Policy } from "./policy.ts";

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly issues: readonly PolicyIssue[] };

/** Reads a policy from YAML or JSON text. Every reason to refuse it is told at once; nothing is guessed or rounded. */
export function parsePolicy(text: string): ParsedPolicy {
  const read = readYaml(text);
  return read.ok ? parsePolicyDocument(read.tree) : read;
}

/** As parsePolicy, for a document that a form put together: records and lists of the texts that people typed. */
export function parsePolicyDocument(document: unknown): ParsedPolicy {
  const parsed = policyDocument.safeParse(document);
  if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error, document) };
  const issues = policyProblems(parsed.data);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, policy: policyFromDocument(parsed.data) };
}
