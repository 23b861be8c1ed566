import {
  type Address,
  type ApprovalCount,
  type ApprovalNeed,
  approvalCount,
  approvalMessage,
  approvalNeed,
  type CheckedApproval,
  checkPolicy,
  contentId,
  decodeCanonical,
  type Hash32,
  type Policy,
  policyApprovalTypedData,
  seconds,
  typedDataDigest,
} from "@ballast/core";
import type { PolicyWithApprovals } from "@ballast/db";
import { cache } from "react";
import { checkSignature } from "../features/proposals/checkSignature.ts";
import { latestJudgement } from "./judgement.ts";
import { policiesOf } from "./policiesToApprove.ts";

/** A stored version with what could be checked of it here. The keeper judges for itself. */
export type PolicyFacts = {
  readonly row: PolicyWithApprovals;
  /** null when the stored text is no policy or does not hash to its id. */
  readonly policy: Policy | null;
  readonly problem: string | null;
  /** The policy that it replaces; null for a first one, and when that is not stored as it was approved. */
  readonly before: Policy | null;
  /** Whose approval it needs, worked out as the keeper does from the two policies. */
  readonly need: ApprovalNeed;
  readonly count: ApprovalCount;
  readonly owners: readonly Address[];
  readonly threshold: number;
  readonly standing: "in-force" | "earlier" | "waiting";
};

/** What cannot be read is compared with nothing; no keeper takes it. */
const UNREADABLE: ApprovalNeed = { verdict: "looser", by: "threshold", delay: seconds(0n) };

/** Every stored version of an account, newest first. */
export const policyVersions = cache(async (segment: string): Promise<readonly PolicyFacts[]> => {
  const [rows, judgement] = await Promise.all([policiesOf(segment), latestJudgement(segment)]);
  const safe = judgement?.snapshot.safe ?? null;
  const inForce = { id: judgement?.tick.policyId ?? null, version: judgement?.policy?.version ?? 0n };
  const known = { owners: safe?.owners ?? [], threshold: safe?.threshold ?? 0n, inForce };
  const facts = await Promise.all(rows.map((row) => factsOf(row, { ...known, before: beforeOf(row, rows) })));
  return facts.toReversed();
});

type Known = {
  readonly owners: readonly Address[];
  readonly threshold: bigint;
  readonly before: Policy | null;
  readonly inForce: { readonly id: Hash32 | null; readonly version: bigint };
};

async function factsOf(
  row: PolicyWithApprovals,
  { owners, threshold, before, inForce }: Known,
): Promise<PolicyFacts> {
  const account = { rail: "safe", chainId: row.chainId, address: row.account } as const;
  const approvals = await Promise.all(
    row.approvals.map(async ({ owner, notBefore, signature }): Promise<CheckedApproval> => {
      const message = approvalMessage(
        { policyId: row.id, version: row.version, previousHash: row.previousHash },
        { account, notBefore },
      );
      const digest = typedDataDigest(policyApprovalTypedData(message));
      const verdict = await checkSignature({ hash: digest, owner, signature });
      return { owner, notBefore, verdict: verdict === "not-checked-here" ? "unknown" : verdict };
    }),
  );
  const standing =
    row.id === inForce.id ? "in-force" : row.version <= inForce.version ? "earlier" : "waiting";
  const read = readPolicy(row);
  const need = read.policy === null ? UNREADABLE : approvalNeed(before, read.policy);
  const count = approvalCount({ author: row.author, approvals }, { owners, threshold, by: need.by });
  return { row, ...read, before, need, count, owners, threshold: Number(threshold), standing };
}

/** The stored policy that a version names as the one it replaces. */
function beforeOf(row: PolicyWithApprovals, rows: readonly PolicyWithApprovals[]): Policy | null {
  const replaced = rows.find(({ id, version }) => id === row.previousHash && version + 1n === row.version);
  return replaced === undefined ? null : readPolicy(replaced).policy;
}

function readPolicy({ id, document }: PolicyWithApprovals): Pick<PolicyFacts, "policy" | "problem"> {
  const value = decodeCanonical(document);
  if (contentId("policy", value) !== id) {
    return {
      policy: null,
      problem: "The stored text does not hash to its id: somebody changed it. The keeper ignores it.",
    };
  }
  const parsed = checkPolicy(value);
  if (parsed.ok) return { policy: parsed.policy, problem: null };
  return { policy: null, problem: parsed.issues[0]?.message ?? "The stored text is no policy." };
}
