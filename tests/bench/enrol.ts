import {
  type Address,
  address,
  encodeCanonical,
  type Hash32,
  type Policy,
  policyApprovalTypedData,
  policyId,
  unixSeconds,
} from "@ballast/core";
import { type Database, insertAccount, insertApproval, insertPolicy, insertTreasury } from "@ballast/db";
import { devnetAccounts, treasuryPolicies } from "@ballast/devnet";
import { privateKeyToAccount } from "viem/accounts";

const NO_PREVIOUS = `0x${"0".repeat(64)}` as Hash32;
const [author, second] = devnetAccounts.owners;
const chainId = 31337n;

/** The devnet's policy of the Operations Safe, for another account of the same owners. */
function policyFor(account: Address): Policy {
  const [operations] = treasuryPolicies();
  if (operations === undefined) throw new Error("the devnet seeds no policy");
  return { ...operations.policy, account: { ...operations.policy.account, address: account } };
}

/** Puts an account into a database with a policy that two owners approved. */
export async function enrol(db: Database, account: Address): Promise<void> {
  const policy = policyFor(account);
  const id = policyId(policy);
  await insertTreasury(db, { id: "bench", name: "Bench" });
  await insertAccount(db, { chainId, address: account, treasuryId: "bench", name: account, rail: "safe" });
  await insertPolicy(db, {
    id,
    chainId,
    account,
    version: policy.version,
    previousHash: NO_PREVIOUS,
    document: encodeCanonical(policy),
    author: address(author.address),
  });
  const notBefore = unixSeconds(1n);
  const message = {
    account: policy.account,
    policyHash: id,
    version: policy.version,
    previousHash: NO_PREVIOUS,
    notBefore,
  };
  for (const owner of [author, second]) {
    const signature = await privateKeyToAccount(owner.privateKey).signTypedData(
      policyApprovalTypedData(message),
    );
    await insertApproval(db, { policyId: id, owner: address(owner.address), notBefore, signature });
  }
}
