/** A row of an insert-only table was to be changed or removed. */
export class InsertOnlyError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(`${message}: rows are added, never changed or removed.`, options);
    this.name = "InsertOnlyError";
  }
}
