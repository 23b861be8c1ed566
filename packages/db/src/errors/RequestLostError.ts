/** The request is no longer the caller's to answer. */
export class RequestLostError extends Error {
  readonly requestId: bigint;

  constructor(requestId: bigint) {
    super(
      `Request ${requestId} was not answered: the claim ran out and somebody else has it, or it has an answer. Drop this one.`,
    );
    this.name = "RequestLostError";
    this.requestId = requestId;
  }
}
