import type { UnixSeconds } from "../../units/brands.ts";
import { later } from "../../units/times.ts";
import type { ApprovalNeed } from "./approvalNeed.ts";

/**
 * The earliest not-before worth signing now for a version: what it has to wait, from now on. An earlier one gains nothing, because every
 * keeper counts the delay itself from when it sees enough approvals.
 */
export function earliestNotBefore(now: UnixSeconds, { delay }: Pick<ApprovalNeed, "delay">): UnixSeconds {
  return later(now, delay);
}
