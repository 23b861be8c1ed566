import type { Address } from "../../chain/types.ts";
import type { UnixSeconds } from "../../units/brands.ts";
import { ascending } from "../../units/order.ts";
import type { ApprovalNeed } from "./approvalNeed.ts";
import type { CheckedApproval, OwnerSet, SoundVersion } from "./types.ts";

/** The approvals of one version that count together. */
export type ApprovalCount = {
  /** Distinct owners in the best group of approvals with one not-before. */
  readonly have: bigint;
  /** Who they are. */
  readonly owners: readonly Address[];
  readonly need: bigint;
  readonly isEnough: boolean;
  /** Enough by number, but the only approver is the author. */
  readonly isAuthorAlone: boolean;
  /** The not-before of the group; null without any approval by an owner. */
  readonly notBefore: UnixSeconds | null;
};

type Group = { readonly notBefore: UnixSeconds; readonly owners: ReadonlySet<Address> };

/**
 * Counts distinct owners per not-before: approvals that name different times do not add up. Of several groups that are
 * enough the earliest counts, else the largest. By the threshold it needs as many, and somebody beside its author; by one
 * owner it needs any of them.
 */
export function approvalCount(
  version: Pick<SoundVersion, "author" | "approvals">,
  { owners, threshold, by }: OwnerSet & Pick<ApprovalNeed, "by">,
): ApprovalCount {
  const need = by === "one-owner" ? 1n : threshold;
  const isOwner = (approval: CheckedApproval) =>
    approval.verdict === "valid" && owners.includes(approval.owner);
  const groups = grouped(version.approvals.filter(isOwner));
  const byNumber = (group: Group) => need >= 1n && BigInt(group.owners.size) >= need;
  const isAlone = (group: Group) =>
    by === "threshold" && group.owners.size === 1 && group.owners.has(version.author);
  const enough = groups.find((group) => byNumber(group) && !isAlone(group));
  const best = enough ?? groups.toSorted((a, b) => b.owners.size - a.owners.size)[0];
  return {
    have: BigInt(best?.owners.size ?? 0),
    owners: [...(best?.owners ?? [])],
    need,
    isEnough: enough !== undefined,
    isAuthorAlone: enough === undefined && best !== undefined && byNumber(best) && isAlone(best),
    notBefore: best?.notBefore ?? null,
  };
}

/** Earliest not-before first. */
function grouped(approvals: readonly CheckedApproval[]): readonly Group[] {
  const times = [...new Set(approvals.map(({ notBefore }) => notBefore))].toSorted(ascending);
  return times.map((notBefore) => ({
    notBefore,
    owners: new Set(approvals.filter((one) => one.notBefore === notBefore).map(({ owner }) => owner)),
  }));
}
