import { VerifyError } from "./VerifyError.ts";

/** A check of a bundle came out against it; the message says what differs. */
export class CheckFailedError extends VerifyError {
  constructor(problem: string) {
    super(problem);
    this.name = "CheckFailedError";
  }
}
