import type { Seconds } from "../../units/brands.ts";
import { seconds } from "../../units/times.ts";
import { comparePolicies } from "../compare/comparePolicies.ts";
import type { Verdict } from "../compare/verdict.ts";
import type { Policy } from "../policy.ts";

/** Whose approval a version needs to replace another, and how long it waits after it. */
export type ApprovalNeed = {
  readonly verdict: Verdict;
  /** `one-owner`: any owner, the author too. `threshold`: as many owners as the Safe asks for, and not the author alone. */
  readonly by: "one-owner" | "threshold";
  readonly delay: Seconds;
};

/**
 * What a version needs to replace `before`. A tightening, and what changes no limit, needs one owner and no delay; a loosening needs the Safe's threshold
 * and waits the delay of the policy that it replaces. A first policy (`before` is null) loosens what was nothing, and has no delay to wait.
 */
export function approvalNeed(before: Policy | null, after: Policy): ApprovalNeed {
  if (before === null) return { verdict: "looser", by: "threshold", delay: seconds(0n) };
  const { verdict } = comparePolicies(before, after);
  return verdict === "looser"
    ? { verdict, by: "threshold", delay: before.looseningDelay }
    : { verdict, by: "one-owner", delay: seconds(0n) };
}
