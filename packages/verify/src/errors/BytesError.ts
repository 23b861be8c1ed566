import { VerifyError } from "./VerifyError.ts";

/** Text that is not bytes as hex, or not as many as needed. */
export class BytesError extends VerifyError {
  readonly field: string;

  constructor({ field, problem }: { field: string; problem: string }) {
    super(`${field}: ${problem}.`);
    this.name = "BytesError";
    this.field = field;
  }
}
