import type { SnapshotParts } from "@ballast/adapters";
import { buildSnapshot, checksumAddress } from "@ballast/core";
import type { AccountOfTreasury } from "@ballast/db";
import { judgeStoredPolicies } from "../policy/judgeStoredPolicies.ts";
import type { Keeper } from "../service/keeper.ts";
import { type Check, fail, fine, warn } from "./check.ts";

/** The Safe as the chain has it, the policy in force for it, and whether this keeper's key is the proposer that it names. */
export async function checkAccount(
  keeper: Keeper,
  { account, parts }: { readonly account: AccountOfTreasury; readonly parts: SnapshotParts },
): Promise<readonly Check[]> {
  const title = `Account ${account.name}`;
  const { safe } = parts;
  if (safe === null) {
    const detail = `no Safe could be read at ${checksumAddress(account.address)}`;
    return [fail(title, { detail, todo: "Check the account's address and chain." })];
  }
  const detail = `Safe ${safe.version}, ${safe.threshold} of ${safe.owners.length}, nonce ${safe.nonce}`;
  const snapshot = buildSnapshot(parts);
  const judgement = await judgeStoredPolicies({ keeper, account: snapshot.account, snapshot });
  const problems = (judgement?.problems ?? []).map(({ level, message }) =>
    (level === "incident" ? fail : warn)(`${title}, policy`, {
      detail: message,
      todo: "See Policies in the admin.",
    }),
  );
  const inForce = judgement?.inForce ?? null;
  if (inForce === null) {
    const todo = "Publish a policy in the admin and have its owners approve it.";
    return [fine(title, detail), fail(`${title}, policy`, { detail: "none is in force", todo }), ...problems];
  }
  return [
    fine(title, detail),
    fine(`${title}, policy`, `version ${inForce.version}, ${inForce.policyId}`),
    proposerCheck(keeper, { title, named: inForce.policy.proposer, owners: safe.owners }),
    ...problems,
  ];
}

function proposerCheck(
  { proposer }: Keeper,
  {
    title,
    named,
    owners,
  }: { readonly title: string; readonly named: string; readonly owners: readonly string[] },
): Check {
  const name = `${title}, proposer`;
  if (owners.includes(named)) {
    return fail(name, {
      detail: `${named} is an owner`,
      todo: "Publish a policy that names a key which owns nothing.",
    });
  }
  if (proposer?.address === named) return fine(name, named);
  const detail = `the policy names ${named}, this keeper's key is ${proposer?.address ?? "not set"}`;
  return fail(name, { detail, todo: "Start the keeper with the key that the policy names." });
}
