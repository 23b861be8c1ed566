import { diffPolicy, type PolicyChange } from "../diffPolicy.ts";
import type { Policy } from "../policy.ts";
import { type FieldVerdict, fieldVerdicts } from "./fieldVerdicts.ts";
import { together, type Verdict } from "./verdict.ts";

/** One field that differs, what its change is, and why in one sentence. */
export type JudgedChange = PolicyChange & { readonly verdict: Verdict; readonly because: string };

/** What replaces what, by field and as a whole. */
export type PolicyComparison = { readonly verdict: Verdict; readonly changes: readonly JudgedChange[] };

const WRITTEN_OUT = "It says what holds without it, or what another rung says already.";

/**
 * Whether one policy is tighter than another: it admits no entry or exposure that the other refused, and suppresses no finding, guard or emergency exit
 * that the other allowed. The whole is tighter only when no field is looser; what cannot be shown to be tighter is looser.
 * @throws ZodError when one of them is no policy
 */
export function comparePolicies(before: Policy, after: Policy): PolicyComparison {
  const verdicts = fieldVerdicts(before, after);
  const changes = diffPolicy(before, after).map((change) => ({ ...change, ...verdictOn(change, verdicts) }));
  return { verdict: together(verdicts.map(({ verdict }) => verdict)), changes };
}

/** The verdict at the change's own place, or else on the item or list that it is in. */
function verdictOn(
  { path }: PolicyChange,
  verdicts: readonly FieldVerdict[],
): Pick<FieldVerdict, "verdict" | "because"> {
  const [nearest] = verdicts
    .filter((one) => path === one.path || path.startsWith(`${one.path}.`) || path.startsWith(`${one.path}[`))
    .toSorted((a, b) => b.path.length - a.path.length);
  if (nearest === undefined) return { verdict: "neutral", because: WRITTEN_OUT };
  return { verdict: nearest.verdict, because: nearest.because };
}
