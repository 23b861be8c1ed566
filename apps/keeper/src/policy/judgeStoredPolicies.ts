import { createPinnedReader, type PinnedReader, verifyPolicyApproval } from "@ballast/adapters";
import {
  type AccountRef,
  approvalMessage,
  type CheckedApproval,
  judgePolicyVersions,
  type Snapshot,
  type StoredVersion,
  type VersionsJudgement,
} from "@ballast/core";
import { type PolicyWithApprovals, policyRows } from "@ballast/db";
import type { Keeper } from "../service/keeper.ts";

type Question = { readonly keeper: Keeper; readonly account: AccountRef; readonly snapshot: Snapshot };

/** Judges every stored policy version at the snapshot's block. Changes nothing; null when the owners were not read. */
export async function judgeStoredPolicies(question: Question): Promise<VersionsJudgement | null> {
  const { keeper, account, snapshot } = question;
  if (snapshot.safe === null) return null;
  const { owners, threshold } = snapshot.safe;
  return judgePolicyVersions({
    account,
    stored: await storedVersions(question),
    owners: { owners, threshold },
    now: snapshot.block.timestamp,
    memory: keeper.memory.of(account.address),
    minimumVersion: keeper.policyFloor,
  });
}

async function storedVersions({ keeper, account, snapshot }: Question): Promise<readonly StoredVersion[]> {
  const rows = await policyRows(keeper.db, account);
  const { deployment, sources } = keeper;
  const reader = createPinnedReader({
    source: sources[0],
    block: snapshot.block,
    multicall: deployment.multicall,
  });
  return Promise.all(rows.map((row) => storedVersion(row, { account, reader })));
}

type Checking = { readonly account: AccountRef; readonly reader: PinnedReader };

async function storedVersion(row: PolicyWithApprovals, checking: Checking): Promise<StoredVersion> {
  const { document, author } = row;
  const { id: policyId, version, previousHash } = row;
  const approvals = await Promise.all(
    row.approvals.map((approval) => checked(row, { ...checking, approval })),
  );
  return { policyId, version, previousHash, document, author, approvals, ownersAtActivation: null };
}

/** An approval counts only when the signature fits the message that is put together from this row and this account. */
async function checked(
  row: PolicyWithApprovals,
  { account, reader, approval }: Checking & { readonly approval: PolicyWithApprovals["approvals"][number] },
): Promise<CheckedApproval> {
  const { owner, notBefore, signature } = approval;
  const { id: policyId, version, previousHash } = row;
  const message = approvalMessage({ policyId, version, previousHash }, { account, notBefore });
  const { verdict } = await verifyPolicyApproval(reader, { message, owner, signature });
  return { owner, notBefore, verdict };
}
