/** Documents that do not belong together were given for one decision. A fault of the caller: nothing may be decided from them. */
export class ContextError extends Error {
  override readonly name = "ContextError";
  readonly code = "context";
  /** Which document and field. */
  readonly field: string;
  readonly expected: string;
  readonly found: string;

  constructor(facts: { readonly field: string; readonly expected: string; readonly found: string }) {
    super(
      `${facts.field} is ${facts.found}, but the snapshot says ${facts.expected}. ` +
        "A decision takes documents of one account and one block: read them again for this snapshot.",
    );
    this.field = facts.field;
    this.expected = facts.expected;
    this.found = facts.found;
  }
}
