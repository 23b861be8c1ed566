"use server";
import { address, encodeCanonical, type Policy, parsePolicy, policyId, ZERO_HASH } from "@ballast/core";
import { appendAudit, insertPolicy } from "@ballast/db";
import { requireRole } from "../../../auth/requireRole.ts";
import { type AccountKey, parseAccountSegment } from "../../../queries/accountSegment.ts";
import { database } from "../../../queries/database.ts";
import { latestJudgement } from "../../../queries/judgement.ts";

export type Published =
  | { readonly ok: true; readonly policyId: string }
  | { readonly ok: false; readonly because: string };

const refused = (because: string): Published => ({ ok: false, because });

/** Stores a new version by a policy author. It is in force only once the owners approved it. */
export async function publishPolicy({
  segment,
  yaml,
}: {
  segment: string;
  yaml: string;
}): Promise<Published> {
  const admitted = await requireRole(["policy-author"]);
  if (!admitted.ok) return refused(admitted.because);
  const account = parseAccountSegment(segment);
  if (account === null) return refused("There is no such account.");
  const parsed = parsePolicy(yaml);
  if (!parsed.ok) return refused(parsed.issues[0]?.message ?? "The draft can't be read.");
  const { policy } = parsed;
  const judgement = await latestJudgement(segment);
  const inForce = { version: judgement?.policy?.version ?? 0n, id: judgement?.tick.policyId ?? ZERO_HASH };
  const because = misplaced(policy, { account, next: inForce.version + 1n });
  if (because !== null) return refused(because);
  const id = policyId(policy);
  const author = address(admitted.session.address);
  const { db } = database();
  const row = {
    id,
    chainId: account.chainId,
    account: account.address,
    version: policy.version,
    previousHash: inForce.id,
  };
  const isNew = await insertPolicy(db, { ...row, document: encodeCanonical(policy), author });
  if (isNew)
    await appendAudit(db, {
      actor: author,
      kind: "policy.published",
      payload: { policyId: id, version: policy.version },
    });
  return { ok: true, policyId: id };
}

/** A policy of another account or with another version than the next; null when it is in its place. */
function misplaced(policy: Policy, { account, next }: { account: AccountKey; next: bigint }): string | null {
  if (policy.account.address !== account.address || policy.account.chainId !== account.chainId) {
    return `The draft is for account ${policy.account.address} on chain ${policy.account.chainId}, this page is for ${account.address} on ${account.chainId}. Put this account into the YAML.`;
  }
  if (policy.version !== next) {
    return `The draft has version ${policy.version}, the next one is ${next}. Write version: ${next}.`;
  }
  return null;
}
