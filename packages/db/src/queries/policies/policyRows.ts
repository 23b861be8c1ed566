import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type PolicyRow, policies } from "../../schema/policies.ts";
import { type PolicyApprovalRow, policyApprovals } from "../../schema/policyApprovals.ts";
import type { AccountKey } from "../leases/leaseName.ts";

/** A stored policy with the approvals that came in for it. Nothing about it is checked yet. */
export type PolicyWithApprovals = PolicyRow & { readonly approvals: readonly PolicyApprovalRow[] };

/** Every stored policy of the account, lowest version first, each with its approvals, oldest first. */
export async function policyRows(db: Database, account: AccountKey): Promise<PolicyWithApprovals[]> {
  const rows = await db
    .select()
    .from(policies)
    .leftJoin(policyApprovals, eq(policyApprovals.policyId, policies.id))
    .where(and(eq(policies.chainId, account.chainId), eq(policies.account, account.address)))
    .orderBy(
      asc(policies.version),
      asc(policies.id),
      asc(policyApprovals.addedAt),
      asc(policyApprovals.owner),
    );
  const byId = new Map<string, PolicyRow & { approvals: PolicyApprovalRow[] }>();
  for (const { policies: policy, policy_approvals: approval } of rows) {
    const known = byId.get(policy.id) ?? { ...policy, approvals: [] };
    if (approval) known.approvals.push(approval);
    byId.set(policy.id, known);
  }
  return [...byId.values()];
}
