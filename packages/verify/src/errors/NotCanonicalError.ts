import { VerifyError } from "./VerifyError.ts";

/** Bytes that are not a canonical encoding, or a value that has none. */
export class NotCanonicalError extends VerifyError {
  /** `character 12` of a text, or the path of a value: `$.calls[0].to`. */
  readonly place: string;

  constructor({ place, problem }: { place: string; problem: string }) {
    super(`Not canonical at ${place}: ${problem}.`);
    this.name = "NotCanonicalError";
    this.place = place;
  }
}
