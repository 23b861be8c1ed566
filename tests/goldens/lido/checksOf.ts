import type { GoldenCheck } from "../golden.ts";
import type { Difference } from "./differences.ts";

/** One passed check, or a failed one for each figure that differs. */
export function checksOf(
  check: { readonly kind: string; readonly name: string },
  found: readonly Difference[],
): readonly GoldenCheck[] {
  if (found.length === 0) return [{ ...check, outcome: "passed" }];
  return found.map((difference) => ({ ...check, outcome: "failed", ...difference }));
}
