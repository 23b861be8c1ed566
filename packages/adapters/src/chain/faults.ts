import type { SourceId } from "@ballast/core";

/** Something that a data source did wrong. `retry` says whether the same question may well be answered later. */
export abstract class SourceFault extends Error {
  readonly source: SourceId;
  abstract readonly retry: boolean;

  constructor(source: SourceId, problem: string) {
    super(`Source ${source}: ${problem}`);
    this.source = source;
  }
}

/** No connection to the source, or it broke. `reason` is the system's code (ECONNREFUSED, ENOTFOUND, …). */
export class SourceDown extends SourceFault {
  override readonly name = "SourceDown";
  override readonly retry = true;
  readonly reason: string;

  constructor(source: SourceId, reason: string) {
    super(source, `no connection (${reason}). Check that the node runs and that RPC_URLS names it.`);
    this.reason = reason;
  }
}

/** The source did not answer in time. */
export class SourceTimeout extends SourceFault {
  override readonly name = "SourceTimeout";
  override readonly retry = true;
  readonly timeoutMs: number;

  constructor(source: SourceId, timeoutMs: number) {
    super(source, `no answer within ${timeoutMs} ms. Raise the time limit or use a nearer source.`);
    this.timeoutMs = timeoutMs;
  }
}

/** The source answered with an HTTP status other than 200. */
export class SourceHttpStatus extends SourceFault {
  override readonly name = "SourceHttpStatus";
  override readonly retry: boolean;
  readonly status: number;

  constructor(source: SourceId, status: number) {
    const refused = status === 401 || status === 403;
    const advice = refused
      ? "Check its key."
      : status === 429
        ? "Its rate limit is reached."
        : "Ask its operator.";
    super(source, `HTTP status ${status}. ${advice}`);
    this.status = status;
    this.retry = status === 408 || status === 429 || status >= 500;
  }
}

/** The body is not JSON, too large, or broke off. */
export class SourceBadJson extends SourceFault {
  override readonly name = "SourceBadJson";
  override readonly retry = true;
  readonly problem: string;

  constructor(source: SourceId, problem: string) {
    super(
      source,
      `the answer is not usable JSON (${problem}). Check that its address is a JSON-RPC endpoint.`,
    );
    this.problem = problem;
  }
}

/** JSON, but no reply to this call: no entry with its id, two of them, or neither result nor error. */
export class SourceWrongReply extends SourceFault {
  override readonly name = "SourceWrongReply";
  override readonly retry = true;
  readonly problem: string;

  constructor(source: SourceId, problem: string) {
    super(source, `${problem}. Check that its address is a JSON-RPC 2.0 endpoint that takes arrays.`);
    this.problem = problem;
  }
}

/** The source answered the call with a JSON-RPC error object. */
export class SourceErrorObject extends SourceFault {
  override readonly name = "SourceErrorObject";
  override readonly retry: boolean;
  readonly method: string;
  readonly code: number;
  readonly text: string;

  constructor(
    source: SourceId,
    error: { readonly method: string; readonly code: number; readonly text: string },
  ) {
    super(source, `${error.method} failed with ${error.code} ${JSON.stringify(error.text)}.`);
    this.method = error.method;
    this.code = error.code;
    this.text = error.text;
    this.retry = isTransient(error.code);
  }
}

/**
 * -32603 internal error and -32005 limit exceeded (EIP-1474) may pass; -32000…-32099 are the server's own.
 * Wrong parameters, unknown methods and reverts (3) stay wrong.
 */
const isTransient = (code: number): boolean =>
  code === -32603 || (code <= -32000 && code >= -32099 && code !== -32004);
