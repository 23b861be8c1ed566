import type { PolicyIssue } from "../document/policyIssue.ts";

/** A preset cannot be made for this account or proposer. */
export class PolicyPresetError extends Error {
  override readonly name = "PolicyPresetError";
  readonly issues: readonly PolicyIssue[];

  constructor(issues: readonly PolicyIssue[]) {
    super(issues.map(({ message }) => message).join(" "));
    this.issues = issues;
  }
}
