import { VerifyError } from "./VerifyError.ts";

/** Bytes that are no signature in the one accepted form, or that nobody can have made. */
export class SignatureError extends VerifyError {
  constructor(problem: string) {
    super(`Signature: ${problem}.`);
    this.name = "SignatureError";
  }
}
