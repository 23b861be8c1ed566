/**
 * What a change of a policy is. `tighter` admits no entry or exposure that was refused and suppresses no finding, guard or emergency exit that
 * was allowed; `neutral` does neither either way; `looser` is everything else.
 */
export type Verdict = "tighter" | "neutral" | "looser";

/** What several changes are together: one looser makes the whole looser. */
export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("looser")) return "looser";
  return verdicts.includes("tighter") ? "tighter" : "neutral";
}
