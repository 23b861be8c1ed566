/** A request that cannot be met; its text says what to do instead and is shown to the one who asked. */
export class RequestRefusedError extends Error {
  override readonly name = "RequestRefusedError";
}
