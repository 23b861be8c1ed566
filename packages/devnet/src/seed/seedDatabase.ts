import {
  address,
  encodeCanonical,
  type Policy,
  policyId,
  type UnixSeconds,
  unixSeconds,
} from "@ballast/core";
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
import type { Devnet } from "../node/devnet.ts";
import { approvePolicy, noPrevious } from "./approvePolicy.ts";
import { treasuryPolicies } from "./treasuryPolicies.ts";

const chainId = 31337n;
const treasuryId = "meridian";
const [author, secondOwner] = devnetAccounts.owners;

/** Which chain the database is seeded for. */
export type SeededChain = Pick<Devnet, "genesisHash" | "block1Hash" | "historyBegan">;

/**
 * Writes the treasury, its two accounts and their owner-approved first policies, unless they are there already. The
 * database is tied to this chain first.
 * @throws WrongChainError when the database belongs to another chain
 */
export async function seedDatabase(
  db: Database,
  { genesisHash, block1Hash, historyBegan }: SeededChain,
): Promise<void> {
  await claimChain(db, { chainId, genesisHash, block1Hash });
  await insertTreasury(db, { id: treasuryId, name: treasuryName });
  for (const { safe, policy } of treasuryPolicies()) {
    await seedAccount(db, safe);
    await seedPolicy(db, { policy, notBefore: unixSeconds(BigInt(historyBegan)) });
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

async function seedPolicy(
  db: Database,
  { policy, notBefore }: { policy: Policy; notBefore: UnixSeconds },
): Promise<void> {
  await insertPolicy(db, {
    id: policyId(policy),
    chainId,
    account: policy.account.address,
    version: policy.version,
    previousHash: noPrevious,
    document: encodeCanonical(policy),
    author: address(author.address),
  });
  for (const signer of [author, secondOwner]) {
    const { message, owner, signature } = await approvePolicy(policy, { owner: signer, notBefore });
    await insertApproval(db, { policyId: message.policyHash, owner, notBefore, signature });
  }
}
