/** Readings contradict themselves or each other, so no snapshot can be made of them: a defect of an adapter, not of the chain. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
  /** What the readings are about: `position:lido:wstETH`. */
  readonly subject: string;
  readonly value: string;
  readonly limit: string;

  constructor(facts: { readonly subject: string; readonly value: string; readonly limit: string }) {
    super(
      `${facts.subject}: ${facts.value}; ${facts.limit}. The account is not judged at this block; report it with the tick's readings.`,
    );
    this.subject = facts.subject;
    this.value = facts.value;
    this.limit = facts.limit;
  }
}
