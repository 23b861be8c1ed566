/** One approval whose signature was checked. */
export type CheckedRow = { readonly owner: string; readonly notBefore: bigint; readonly valid: boolean };

export type ApprovalGroup = {
  /** Owners whose approvals count together, lower-case. */
  readonly owners: readonly string[];
  /** The time that they named; null without any. */
  readonly notBefore: bigint | null;
};

/** The largest group of valid approvals by owners that name one time; of equals the earliest. Different times do not add up. */
export function approvalGroup(rows: readonly CheckedRow[], owners: readonly string[]): ApprovalGroup {
  const counting = rows.filter(({ owner, valid }) => valid && owners.includes(owner));
  const times = [...new Set(counting.map(({ notBefore }) => notBefore))].sort((a, b) => (a < b ? -1 : 1));
  const groups = times.map((notBefore) => ({
    notBefore,
    owners: [...new Set(counting.filter((row) => row.notBefore === notBefore).map(({ owner }) => owner))],
  }));
  return groups.toSorted((a, b) => b.owners.length - a.owners.length)[0] ?? { owners: [], notBefore: null };
}

type Question = {
  readonly group: ApprovalGroup;
  /** The earliest time worth signing now: the delay of the policy in force from now on. */
  readonly earliest: bigint;
  readonly now: bigint;
  /** There is no policy in force yet: a first one has no delay that a late signature could shorten. */
  readonly isFirst: boolean;
};

/** Owners need a little time to sign one after the other, however short the delay is. */
const SIGNING_SECONDS = 120n;

/**
 * The time that the next owner signs: that of those who signed before, so that all count together. Once that time has passed a new
 * one begins, because approvals that complete after the time they name look held back.
 */
export function nextNotBefore({ group, earliest, now, isFirst }: Question): bigint {
  if (group.notBefore !== null && (isFirst || group.notBefore > now)) return group.notBefore;
  const comfortable = now + SIGNING_SECONDS;
  return isFirst || earliest > comfortable ? earliest : comfortable;
}
