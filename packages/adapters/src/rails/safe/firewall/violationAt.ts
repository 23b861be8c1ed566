import type { Violation, ViolationCode } from "./violation.ts";

/** One comparison of the firewall: a fact of the transaction against the only value it may have. */
export type Comparison = {
  readonly code: ViolationCode;
  readonly field: string;
  readonly expected: string | bigint;
  readonly actual: string | bigint;
};

/** A violation when the two differ, nothing when they are the same. `call` is null for the transaction itself. */
export function violationAt(call: bigint | null, comparison: Comparison): readonly Violation[] {
  const { code, field, expected, actual } = comparison;
  if (expected === actual) return [];
  return [{ code, call, field, expected: String(expected), actual: String(actual) }];
}
