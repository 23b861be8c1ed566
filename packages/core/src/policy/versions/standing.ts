import type { UnixSeconds } from "../../units/brands.ts";
import { max } from "../../units/order.ts";
import { later } from "../../units/times.ts";
import { type ApprovalCount, approvalCount } from "./approvalCount.ts";
import { type ApprovalNeed, approvalNeed } from "./approvalNeed.ts";
import { predecessorOf } from "./predecessorOf.ts";
import type { SoundVersion, VersionsInput } from "./types.ts";

/** Where one version stands if it were to replace `replaced`. */
export type Standing = {
  readonly version: SoundVersion;
  readonly need: ApprovalNeed;
  readonly count: ApprovalCount;
  /** When it comes into force; null while approvals are lacking. */
  readonly effectiveAt: UnixSeconds | null;
  /** Enough approvals were first seen only after the time that they name, so the delay runs from the sight. */
  readonly isBackDated: boolean;
  /** Signers enough for the threshold, but some are no owners now, and nobody knows whether they were then. */
  readonly areOwnersUnknown: boolean;
};

type Judge = {
  readonly input: VersionsInput;
  readonly sound: readonly SoundVersion[];
  readonly replaced: SoundVersion | null;
};

/**
 * What a version needs is worked out here, from its content and that of the version that it names as replaced: nobody is asked. A loosening waits
 * looseningDelay of the policy that it replaces, counted from when this keeper itself first saw enough approvals. A time in the
 * database or in an approval can make it wait longer, never shorter. A tightening and a first policy wait only for their own not-before.
 */
export function standing(version: SoundVersion, { input, sound, replaced }: Judge): Standing {
  const need = approvalNeed(replaced?.policy ?? null, version.policy);
  const { by } = need;
  const count = approvalCount(version, { ...(version.ownersAtActivation ?? input.owners), by });
  const areOwnersUnknown = !count.isEnough && mayHaveBeenEnough(version, { input, by });
  const base = { version, need, count, areOwnersUnknown };
  const { notBefore } = count;
  if (!count.isEnough || notBefore === null) return { ...base, effectiveAt: null, isBackDated: false };
  if (
    replaced === null ||
    wasInForceBefore(version, { input, sound, replaced, notBefore, delay: need.delay })
  ) {
    return { ...base, effectiveAt: notBefore, isBackDated: false };
  }
  const seen = input.memory.firstSeen[version.policyId] ?? input.now;
  return {
    ...base,
    effectiveAt: max(notBefore, later(seen, need.delay)),
    isBackDated: by === "threshold" && notBefore < seen,
  };
}

type Known = {
  readonly input: VersionsInput;
  readonly sound: readonly SoundVersion[];
  readonly replaced: SoundVersion;
  readonly notBefore: UnixSeconds;
  readonly delay: ApprovalNeed["delay"];
};

/**
 * A version that took effect while this keeper was not there: the operator vouches for it by minimumVersion, or the
 * keeper remembers nothing yet and the signed times themselves keep the delay.
 */
function wasInForceBefore(
  version: SoundVersion,
  { input, sound, replaced, notBefore, delay }: Known,
): boolean {
  if (version.version <= input.minimumVersion) return true;
  if (input.memory.floor !== null) return false;
  const { by } = approvalNeed(predecessorOf(replaced, sound)?.policy ?? null, replaced.policy);
  const before = approvalCount(replaced, { ...(replaced.ownersAtActivation ?? input.owners), by }).notBefore;
  return before !== null && notBefore >= later(before, delay);
}

function mayHaveBeenEnough(
  version: SoundVersion,
  { input: { memory, owners }, by }: { input: VersionsInput } & Pick<ApprovalNeed, "by">,
): boolean {
  if (memory.floor !== null || version.ownersAtActivation !== null) return false;
  const signers = version.approvals.filter(({ verdict }) => verdict === "valid").map(({ owner }) => owner);
  return approvalCount(version, { owners: signers, threshold: owners.threshold, by }).isEnough;
}
