/** A write was tried under the lease of something else: a mistake in the caller, found before the database was asked. */
export class WrongLeaseError extends Error {
  readonly held: string;
  readonly needed: string;

  constructor(facts: { held: string; needed: string }) {
    super(`This write needs the lease ${facts.needed}; the one shown is ${facts.held}.`);
    this.name = "WrongLeaseError";
    this.held = facts.held;
    this.needed = facts.needed;
  }
}
