import type { UnixSeconds } from "../../units/brands.ts";
import { max } from "../../units/order.ts";
import { later } from "../../units/times.ts";
import { type ApprovalCount, approvalCount } from "./approvalCount.ts";
import type { SoundVersion, VersionsInput } from "./types.ts";

/** Where one version stands if it were to replace `replaced`. */
export type Standing = {
  readonly version: SoundVersion;
  readonly count: ApprovalCount;
  /** When it comes into force; null while approvals are lacking. */
  readonly effectiveAt: UnixSeconds | null;
  /** Enough approvals were first seen only after the time that they name, so the delay runs from the sight. */
  readonly isBackDated: boolean;
  /** Signers enough for the threshold, but some are no owners now, and nobody knows whether they were then. */
  readonly areOwnersUnknown: boolean;
};

type Judge = { readonly input: VersionsInput; readonly replaced: SoundVersion | null };

/**
 * Every new version counts as a loosening: it needs the threshold, and waits looseningDelay of the policy that it replaces,
 * counted from when this keeper itself first saw enough approvals. A time in the database or in an approval can make it
 * wait longer, never shorter. A first policy waits only for its own not-before.
 */
export function standing(version: SoundVersion, { input, replaced }: Judge): Standing {
  const count = approvalCount(version, version.ownersAtActivation ?? input.owners);
  const areOwnersUnknown = !count.isEnough && mayHaveBeenEnough(version, input);
  if (!count.isEnough || count.notBefore === null) {
    return { version, count, effectiveAt: null, isBackDated: false, areOwnersUnknown };
  }
  const { notBefore } = count;
  const seen = input.memory.firstSeen[version.policyId] ?? input.now;
  const delay = replaced?.policy.looseningDelay ?? (0n as SoundVersion["policy"]["looseningDelay"]);
  if (replaced === null || wasInForceBefore(version, { input, replaced, notBefore })) {
    return { version, count, effectiveAt: notBefore, isBackDated: false, areOwnersUnknown };
  }
  return {
    version,
    count,
    effectiveAt: max(notBefore, later(seen, delay)),
    isBackDated: notBefore < seen,
    areOwnersUnknown,
  };
}

/**
 * A version that took effect while this keeper was not there: the operator vouches for it by minimumVersion, or the
 * keeper remembers nothing yet and the signed times themselves keep the delay.
 */
function wasInForceBefore(
  version: SoundVersion,
  { input, replaced, notBefore }: { input: VersionsInput; replaced: SoundVersion; notBefore: UnixSeconds },
): boolean {
  if (version.version <= input.minimumVersion) return true;
  if (input.memory.floor !== null) return false;
  const before = approvalCount(replaced, replaced.ownersAtActivation ?? input.owners).notBefore;
  return before !== null && notBefore >= later(before, replaced.policy.looseningDelay);
}

function mayHaveBeenEnough(version: SoundVersion, { memory, owners }: VersionsInput): boolean {
  if (memory.floor !== null || version.ownersAtActivation !== null) return false;
  const signers = version.approvals.filter(({ verdict }) => verdict === "valid").map(({ owner }) => owner);
  return approvalCount(version, { owners: signers, threshold: owners.threshold }).isEnough;
}
