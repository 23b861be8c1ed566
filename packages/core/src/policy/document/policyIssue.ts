/** One reason why a policy is refused, for a person to act on. */
export type PolicyIssue = {
  /** Where: `universe[0].max`. Empty for the document as a whole. */
  readonly path: string;
  /** What was found there; empty when nothing was. */
  readonly value: string;
  /** What is allowed. */
  readonly limit: string;
  /** A sentence that names field, value, limit and what to write. */
  readonly message: string;
};
