import { address, encodeCanonical, type Hash32, type Policy, policyId } from "@ballast/core";
import {
  claimChain,
  type Database,
  insertAccount,
  insertApproval,
  insertPolicy,
  insertTreasury,
} from "@ballast/db";
import { devnetAccounts } from "../accounts.ts";
import { type TreasurySafe, treasuryName } from "../deploy/treasurySafes.ts";
import { approvePolicy } from "./approvePolicy.ts";
import { treasuryPolicies } from "./treasuryPolicies.ts";

const chainId = 31337n;
const treasuryId = "meridian";
const [author, secondOwner] = devnetAccounts.owners;

/**
 * Writes the treasury, its two accounts and their owner-approved first policies, unless they are there already. The
 * database is tied to this chain first.
 * @throws WrongChainError when the database belongs to another chain
 */
export async function seedDatabase(
  db: Database,
  chain: { genesisHash: Hash32; block1Hash: Hash32 },
): Promise<void> {
  const { genesisHash, block1Hash } = chain;
  await claimChain(db, { chainId, genesisHash, block1Hash });
  await insertTreasury(db, { id: treasuryId, name: treasuryName });
  for (const { safe, policy } of treasuryPolicies()) {
    await seedAccount(db, safe);
    await seedPolicy(db, policy);
  }
}

function seedAccount(db: Database, safe: TreasurySafe): Promise<void> {
  return insertAccount(db, {
    chainId,
    address: address(safe.address),
    treasuryId,
    name: safe.name,
    rail: "safe",
  });
}

async function seedPolicy(db: Database, policy: Policy): Promise<void> {
  const approvals = [await approvePolicy(policy, author), await approvePolicy(policy, secondOwner)];
  const [{ message }] = approvals as [(typeof approvals)[number]];
  await insertPolicy(db, {
    id: policyId(policy),
    chainId,
    account: policy.account.address,
    version: policy.version,
    previousHash: message.previousHash,
    document: encodeCanonical(policy),
    author: address(author.address),
  });
  for (const { owner, signature, message: signed } of approvals)
    await insertApproval(db, { policyId: signed.policyHash, owner, notBefore: signed.notBefore, signature });
}
