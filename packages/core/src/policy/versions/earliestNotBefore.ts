import type { UnixSeconds } from "../../units/brands.ts";
import { later } from "../../units/times.ts";
import type { Policy } from "../policy.ts";

/**
 * The earliest not-before worth signing now for a version that replaces `inForce`: the delay of the policy in force from
 * now on, or now for a first policy. An earlier one gains nothing, because every keeper counts the delay itself from when
 * it sees enough approvals.
 */
export function earliestNotBefore(now: UnixSeconds, inForce: Policy | null): UnixSeconds {
  return inForce === null ? now : later(now, inForce.looseningDelay);
}
