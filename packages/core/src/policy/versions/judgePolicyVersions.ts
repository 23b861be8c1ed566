import type { Hash32 } from "../../chain/types.ts";
import type { UnixSeconds } from "../../units/brands.ts";
import { max } from "../../units/order.ts";
import { approvalCount } from "./approvalCount.ts";
import { approvalNeed } from "./approvalNeed.ts";
import { predecessorOf } from "./predecessorOf.ts";
import { replaces } from "./replaces.ts";
import { soundVersions } from "./soundVersions.ts";
import { type Standing, standing } from "./standing.ts";
import type {
  KeeperMemory,
  OwnerSet,
  PendingVersion,
  SoundVersion,
  VersionProblem,
  VersionsInput,
  VersionsJudgement,
} from "./types.ts";
import {
  approvalProblems,
  belowFloorProblem,
  reApproveProblem,
  standingProblems,
  strayProblem,
} from "./versionProblem.ts";
import { walkForward } from "./walkForward.ts";

/**
 * Which stored policy version is in force at a block, which ones wait, and what is wrong.
 *
 * Nothing is believed of the database: ids are recomputed, approvals count only with a checked signature by an owner over
 * this account, version and predecessor, and delays run from what the keeper itself saw. The keeper's own memory sets the
 * floor: below it nothing is ever in force, and a version above it must link to it. So the owner of the database can keep a
 * version from coming into force, but can neither loosen a policy nor roll one back.
 */
export function judgePolicyVersions(input: VersionsInput): VersionsJudgement {
  const { sound, problems } = soundVersions(input);
  const { floor } = input.memory;
  const start = floor === null ? null : sound.find(({ policyId }) => policyId === floor.policyHash);
  if (start === undefined) return nothingInForce({ input, sound, problems });
  const { inForce, next } = walkForward({ input, sound, start });
  const offered = inForce?.version ?? 0n;
  if (offered < input.minimumVersion) return nothingInForce({ input, sound, problems });
  const isUndecided = next.some(({ areOwnersUnknown }) => areOwnersUnknown);
  const ahead = sound.filter(({ version }) => version > offered);
  const found = { input, sound, inForce, next };
  return {
    inForce: inForce === null || isUndecided ? null : inForceRef(inForce),
    pending: pendingVersions(found),
    problems: [
      ...problems,
      ...ahead.flatMap((version) => approvalProblems(version, version.ownersAtActivation ?? input.owners)),
      ...next.flatMap(standingProblems),
      ...strayProblems(found),
      ...(inForce !== null && !isApprovedToday(inForce, { owners: input.owners, sound })
        ? [reApproveProblem(inForce)]
        : []),
    ],
    memory: remembered({ input, sound, ahead, inForce: isUndecided ? null : inForce }),
  };
}

type Found = {
  readonly input: VersionsInput;
  readonly sound: readonly SoundVersion[];
  readonly inForce: SoundVersion | null;
  readonly next: readonly Standing[];
};

function inForceRef({ policyId, version, policy }: SoundVersion) {
  return { policyId, version, policy };
}

function nothingInForce(facts: {
  readonly input: VersionsInput;
  readonly sound: readonly SoundVersion[];
  readonly problems: readonly VersionProblem[];
}): VersionsJudgement {
  const { input, sound, problems } = facts;
  const { floor } = input.memory;
  const highest = sound.reduce<bigint | null>(
    (top, { version }) => (top === null ? version : max(top, version)),
    null,
  );
  const lowest = max(floor?.version ?? 0n, input.minimumVersion);
  const problem = belowFloorProblem({
    floor: lowest,
    subject: floor?.policyHash ?? input.account.address,
    highest,
  });
  return { inForce: null, pending: [], problems: [...problems, problem], memory: input.memory };
}

/** Versions above the one in force that link to it, directly or through one another. */
function pendingVersions({ input, sound, next }: Found): readonly PendingVersion[] {
  const direct = next.map(({ version, count, effectiveAt }) => ({
    ...countOf(version, count),
    waitsFor: effectiveAt === null ? ("approvals" as const) : ("time" as const),
    effectiveAt,
  }));
  const behind = next.flatMap(({ version }) => descendants(version, sound));
  const later = behind.map((version) => ({
    ...countOf(version, standing(version, { input, sound, replaced: predecessorOf(version, sound) }).count),
    waitsFor: "previous" as const,
    effectiveAt: null,
  }));
  return [...direct, ...later];
}

function countOf({ policyId, version }: SoundVersion, { have, need }: Standing["count"]) {
  return { policyId, version, have, need };
}

function descendants(version: SoundVersion, sound: readonly SoundVersion[]): readonly SoundVersion[] {
  // Versions count up by one along a chain, so it always ends.
  return sound.filter((one) => replaces(one, version)).flatMap((one) => [one, ...descendants(one, sound)]);
}

function strayProblems({ sound, inForce, next }: Found): readonly VersionProblem[] {
  const linked = new Set(next.flatMap(({ version }) => [version, ...descendants(version, sound)]));
  return sound
    .filter((one) => one.version > (inForce?.version ?? 0n) && !linked.has(one))
    .map((one) =>
      strayProblem(
        one,
        sound.some((other) => replaces(one, other)),
      ),
    );
}

/** By the threshold; or as a tightening of what is, which rests on the policy that it tightened. */
function isApprovedToday(
  version: SoundVersion,
  { owners, sound }: { readonly owners: OwnerSet; readonly sound: readonly SoundVersion[] },
): boolean {
  if (approvalCount(version, { ...owners, by: "threshold" }).isEnough) return true;
  const replaced = predecessorOf(version, sound);
  if (replaced === null || approvalNeed(replaced.policy, version.policy).by === "threshold") return false;
  const { isEnough } = approvalCount(version, { ...owners, by: "one-owner" });
  return isEnough && isApprovedToday(replaced, { owners, sound });
}

/** The floor rises to what is in force, never falls; each newly complete version is noted with the time of this block. */
function remembered(facts: {
  readonly input: VersionsInput;
  readonly sound: readonly SoundVersion[];
  readonly ahead: readonly SoundVersion[];
  readonly inForce: SoundVersion | null;
}): KeeperMemory {
  const { input, sound, ahead, inForce } = facts;
  const { floor, firstSeen } = input.memory;
  const complete = ahead.filter(
    (version) => standing(version, { input, sound, replaced: predecessorOf(version, sound) }).count.isEnough,
  );
  const seen: readonly (readonly [Hash32, UnixSeconds])[] = complete.map(({ policyId }) => [
    policyId,
    input.now,
  ]);
  return {
    floor: inForce === null ? floor : { version: inForce.version, policyHash: inForce.policyId },
    firstSeen: { ...Object.fromEntries(seen), ...firstSeen },
  };
}
