/** The database role of this connection has no right to do this. */
export class NotAllowedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(
      `${message}. The role of this connection may not do that; connect with the role whose work it is (see sql/4-grants.sql).`,
      options,
    );
    this.name = "NotAllowedError";
  }
}
