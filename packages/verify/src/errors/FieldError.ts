import { VerifyError } from "./VerifyError.ts";

/** Fields of a document that are missing, of another kind, or not known. */
export class FieldError extends VerifyError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("; "));
    this.name = "FieldError";
    this.problems = problems;
  }
}
