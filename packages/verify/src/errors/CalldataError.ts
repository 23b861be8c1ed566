import { VerifyError } from "./VerifyError.ts";

/** Calldata that is not exactly what its function's encoding allows. */
export class CalldataError extends VerifyError {
  /** Offset of the first byte that is wrong, from the start of the data that was to be decoded. */
  readonly byte: number;

  constructor({ byte, problem }: { byte: number; problem: string }) {
    super(`Calldata at byte ${byte}: ${problem}.`);
    this.name = "CalldataError";
    this.byte = byte;
  }
}
