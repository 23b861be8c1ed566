import type { Standing } from "./standing.ts";
import type { OwnerSet, SoundVersion, VersionProblem } from "./types.ts";

type Text = Pick<VersionProblem, "code" | "level" | "message">;

function about(version: SoundVersion, text: Text): VersionProblem {
  return { ...text, subject: version.policyId, version: version.version };
}

/** Approvals of a version that do not count, one problem each. */
export function approvalProblems(version: SoundVersion, { owners }: OwnerSet): readonly VersionProblem[] {
  return version.approvals.flatMap((approval): readonly VersionProblem[] => {
    const { owner, verdict } = approval;
    const who = `The approval of policy version ${version.version} in the name of ${owner} does not count`;
    const by = {
      subject: `${version.policyId} ${owner}`,
      version: version.version,
      level: "incident",
    } as const;
    if (verdict === "unknown") {
      const message = `${who} yet: the owner's contract could not be asked whether it signed. It is asked again at the next block.`;
      return [{ ...by, code: "signature-unknown", level: "notice", message }];
    }
    if (verdict === "invalid") {
      const message = `${who}: its signature is not by that address over this version, predecessor and not-before. Somebody changed the row or made it up.`;
      return [{ ...by, code: "bad-signature", message }];
    }
    if (owners.includes(owner)) return [];
    const message = `${who}: that address is no owner of the account. An owner must approve in its place.`;
    return [{ ...by, code: "not-an-owner", message }];
  });
}

/** What keeps the next version from coming into force, in words. */
export function standingProblems(one: Standing): readonly VersionProblem[] {
  const { version, count, isBackDated, areOwnersUnknown, effectiveAt } = one;
  const name = `Policy version ${version.version}`;
  const problems: VersionProblem[] = [];
  if (areOwnersUnknown) {
    problems.push(
      about(version, {
        code: "owners-unknown",
        level: "incident",
        message: `${name} has enough signatures, but not by today's owners, and this keeper does not know who the owners were then. Nothing is in force until that is known: read the chain from a source with archive state, or have today's owners approve it again.`,
      }),
    );
  }
  if (count.isAuthorAlone) {
    const message = `${name} is approved by its author alone. Another owner must approve it.`;
    problems.push(about(version, { code: "author-alone", level: "notice", message }));
  } else if (!count.isEnough) {
    const message = `${name} has ${count.have} of ${count.need} approvals with one not-before. It is not in force until ${one.need.by === "one-owner" ? "an owner approves it" : "the rest of the owners approve"}.`;
    problems.push(about(version, { code: "not-enough-approvals", level: "notice", message }));
  }
  if (isBackDated) {
    const message = `The approvals of policy version ${version.version} name a time (${count.notBefore}) that had passed when this keeper first saw enough of them. The delay runs from then on: it takes effect at ${effectiveAt}. If owners did not just sign late, find out who held the approvals back.`;
    problems.push(about(version, { code: "back-dated", level: "incident", message }));
  }
  return problems;
}

/** A version that leads nowhere: its predecessor is not stored, or was passed over. */
export function strayProblem(version: SoundVersion, isPredecessorStored: boolean): VersionProblem {
  const name = `Policy version ${version.version} (${version.policyId})`;
  if (isPredecessorStored) {
    const message = `${name} builds on a version that is not the one in force. Publish it again on top of the version in force.`;
    return about(version, { code: "other-branch", level: "notice", message });
  }
  const message = `${name} builds on ${version.previousHash}, which is not stored. A version was taken out of the database: restore it.`;
  return about(version, { code: "gap", level: "incident", message });
}

/** The version in force no longer has the threshold among today's owners. It stays in force. */
export function reApproveProblem(version: SoundVersion): VersionProblem {
  const message = `Policy version ${version.version} stays in force, but fewer of today's owners than it needs have approved it, or what it tightened. Approve it again, or publish a new version.`;
  return about(version, { code: "re-approve", level: "notice", message });
}

/** The database offers less than what was already acted on. */
export function belowFloorProblem(facts: {
  floor: bigint;
  subject: string;
  highest: bigint | null;
}): VersionProblem {
  const { floor, subject, highest } = facts;
  const found = highest === null ? "no usable version" : `version ${highest} at most`;
  const message = `The keeper must not act below policy version ${floor}, and the database offers ${found}. Nothing is in force. Restore the deleted version from a backup, and find out who changed the database.`;
  return { code: "below-floor", level: "incident", subject, version: floor, message };
}
