/** An action that a venue or a route cannot turn into calls. Nothing is encoded of its plan. */
export class ActionRefused extends Error {
  override readonly name = "ActionRefused";
  /** Position that the action is about. */
  readonly position: string;
  /** Path in the action: `receive.atLeast`. */
  readonly field: string;
  readonly value: string;
  readonly limit: string;

  constructor(
    position: string,
    facts: { readonly field: string; readonly value: string; readonly limit: string },
  ) {
    super(
      `Action on ${position} is refused: ${facts.field} is ${facts.value}; ${facts.limit}. The plan must be made again with these limits.`,
    );
    this.position = position;
    this.field = facts.field;
    this.value = facts.value;
    this.limit = facts.limit;
  }
}
