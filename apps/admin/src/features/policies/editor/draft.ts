import {
  formatPolicyYaml,
  type ParsedPolicy,
  type Policy,
  type PolicyIssue,
  PolicyPresetError,
  type PresetName,
  parsePolicy,
  parsePolicyDocument,
  policyToDocument,
  presetYaml,
} from "@ballast/core";
import { type WrittenDocument, writePath } from "./documentPath.ts";

/** A draft in both its forms. Each is kept in step with the other as long as it can be read. */
export type Draft = {
  readonly document: WrittenDocument;
  readonly yaml: string;
  /** null while something is wrong. */
  readonly policy: Policy | null;
  readonly issues: readonly PolicyIssue[];
  /** Which of the two holds what was typed last and can't be read yet; the other shows the last draft that could. */
  readonly ahead: "form" | "yaml" | null;
};

/** A draft that begins as a copy of a policy. */
export function draftOf(policy: Policy): Draft {
  return {
    document: policyToDocument(policy) as WrittenDocument,
    yaml: formatPolicyYaml(policy),
    policy,
    issues: [],
    ahead: null,
  };
}

/** The draft after one field of the form changed. */
export function editField(draft: Draft, change: { path: string; value: unknown }): Draft {
  const document = writePath(draft.document, change);
  const parsed = parsePolicyDocument(document);
  if (!parsed.ok) return { ...draft, document, ...refused(parsed), ahead: "form" };
  return { document, yaml: formatPolicyYaml(parsed.policy), policy: parsed.policy, issues: [], ahead: null };
}

/** The draft after its YAML changed. */
export function editYaml(draft: Draft, yaml: string): Draft {
  const parsed = parsePolicy(yaml);
  if (!parsed.ok) return { ...draft, yaml, ...refused(parsed), ahead: "yaml" };
  const document = policyToDocument(parsed.policy) as WrittenDocument;
  return { document, yaml, policy: parsed.policy, issues: [], ahead: null };
}

/** A draft that begins with a preset, for the account and the proposer of the draft that it replaces. Its YAML keeps the reasons. */
export function draftFromPreset(name: PresetName, { account, proposer }: Policy): Draft {
  const yaml = presetYaml(name, { account: account.address, chainId: account.chainId, proposer });
  const parsed = parsePolicy(yaml);
  if (!parsed.ok) throw new PolicyPresetError(parsed.issues);
  return { ...draftOf(parsed.policy), yaml };
}

const refused = ({ issues }: Extract<ParsedPolicy, { ok: false }>) => ({ policy: null, issues });

/** What is wrong with one field, or with the list or record that it is in when it is the whole of it. */
export function issuesAt(issues: readonly PolicyIssue[], path: string): readonly PolicyIssue[] {
  return issues.filter((issue) => issue.path === path);
}
