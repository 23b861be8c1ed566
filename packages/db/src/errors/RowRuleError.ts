/** The database refused a write that would undo something: a tick that goes back, a product that changes, a moved row. */
export class RowRuleError extends Error {
  readonly rule: string;

  constructor(rule: string, options?: ErrorOptions) {
    super(
      `The database refused the write: ${rule}. Read the row again and continue from what is stored.`,
      options,
    );
    this.name = "RowRuleError";
    this.rule = rule;
  }
}
