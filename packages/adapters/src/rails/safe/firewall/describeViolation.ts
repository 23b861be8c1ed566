import type { Violation } from "./violation.ts";

/** The violation as one line for an operator: where, what was expected, what stands there instead. */
export function describeViolation({ code, call, field, expected, actual }: Violation): string {
  const where = call === null ? "transaction" : `call ${call + 1n} of the batch`;
  return `${where}: ${field} must be ${expected}, found ${actual} (${code})`;
}
