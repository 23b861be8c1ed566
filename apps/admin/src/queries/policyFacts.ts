import {
  type Address,
  approvalMessage,
  checkPolicy,
  contentId,
  decodeCanonical,
  type Hash32,
  type Policy,
  policyApprovalTypedData,
  typedDataDigest,
} from "@ballast/core";
import type { PolicyWithApprovals } from "@ballast/db";
import { cache } from "react";
import { type ApprovalGroup, approvalGroup } from "../features/policies/approvals/approvalGroup.ts";
import { checkSignature } from "../features/proposals/checkSignature.ts";
import { latestJudgement } from "./judgement.ts";
import { policiesOf } from "./policiesToApprove.ts";

/** A stored version with what could be checked of it here. The keeper judges for itself. */
export type PolicyFacts = {
  readonly row: PolicyWithApprovals;
  /** null when the stored text is no policy or does not hash to its id. */
  readonly policy: Policy | null;
  readonly problem: string | null;
  readonly group: ApprovalGroup;
  readonly owners: readonly Address[];
  readonly threshold: number;
  readonly standing: "in-force" | "earlier" | "waiting";
};

/** Every stored version of an account, newest first. */
export const policyVersions = cache(async (segment: string): Promise<readonly PolicyFacts[]> => {
  const [rows, judgement] = await Promise.all([policiesOf(segment), latestJudgement(segment)]);
  const safe = judgement?.snapshot.safe ?? null;
  const inForce = { id: judgement?.tick.policyId ?? null, version: judgement?.policy?.version ?? 0n };
  const facts = await Promise.all(
    rows.map((row) =>
      factsOf(row, { owners: safe?.owners ?? [], threshold: Number(safe?.threshold ?? 0n), inForce }),
    ),
  );
  return facts.toReversed();
});

type Known = {
  readonly owners: readonly Address[];
  readonly threshold: number;
  readonly inForce: { readonly id: Hash32 | null; readonly version: bigint };
};

async function factsOf(
  row: PolicyWithApprovals,
  { owners, threshold, inForce }: Known,
): Promise<PolicyFacts> {
  const account = { rail: "safe", chainId: row.chainId, address: row.account } as const;
  const checked = await Promise.all(
    row.approvals.map(async ({ owner, notBefore, signature }) => {
      const message = approvalMessage(
        { policyId: row.id, version: row.version, previousHash: row.previousHash },
        { account, notBefore },
      );
      const digest = typedDataDigest(policyApprovalTypedData(message));
      const verdict = await checkSignature({ hash: digest, owner, signature });
      return { owner, notBefore, valid: verdict === "valid" };
    }),
  );
  const standing =
    row.id === inForce.id ? "in-force" : row.version <= inForce.version ? "earlier" : "waiting";
  return { row, ...readPolicy(row), group: approvalGroup(checked, owners), owners, threshold, standing };
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
