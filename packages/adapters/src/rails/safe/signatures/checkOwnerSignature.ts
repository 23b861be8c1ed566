import type { AccountRef, Address, Hash32, SafeState, SafeTransactionHashes } from "@ballast/core";
import { concat, encodeFunctionData } from "viem";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import { SignatureInvalidError } from "../errors.ts";
import { SAFE_ABI } from "../safeAbi.ts";
import { contractSignature, type SignedSubject } from "./contractSignature.ts";
import { recoverSigner } from "./recoverSigner.ts";
import type { SafeSignature } from "./safeSignature.ts";
import type { Verdict } from "./verdict.ts";

export type SignatureCheck = {
  readonly reader: PinnedReader;
  readonly account: AccountRef;
  readonly safe: SafeState;
  readonly hashes: SafeTransactionHashes;
  readonly signature: SafeSignature;
};

const YES = `0x${"1".padStart(64, "0")}`;

/** Up to 1.4.1 a Safe asks contract owners about the bytes that it hashed, from 1.5.0 on about the hash. */
function subjectFor({ version }: SafeState, hashes: SafeTransactionHashes): SignedSubject {
  const asksForBytes = version.startsWith("1.3.") || version.startsWith("1.4.");
  if (!asksForBytes) return { hash: hashes.safeTxHash };
  return { preimage: concat(["0x1901", hashes.domainHash, hashes.messageHash]) };
}

async function approvedOnChain(
  { reader, account, hashes }: SignatureCheck,
  owner: Address,
): Promise<Verdict> {
  const data = encodeFunctionData({
    abi: SAFE_ABI,
    functionName: "approvedHashes",
    args: [owner, hashes.safeTxHash],
  });
  const [result] = await reader.read([{ subject: `approval:${owner}`, to: account.address, data }]);
  if (!result?.ok) return { verdict: "unknown", reason: result?.missing.detail ?? "no reply" };
  if (result.data === YES) return { verdict: "valid" };
  return { verdict: "invalid", reason: `${owner} has not approved the hash on chain` };
}

async function signedByKey(
  hash: Hash32,
  signature: Extract<SafeSignature, { kind: "ecdsa" }>,
): Promise<Verdict> {
  try {
    const signer = await recoverSigner({ hash, signature: signature.signature });
    if (signer === signature.owner) return { verdict: "valid" };
    const reason = `the signature is of ${signer}, not of ${signature.owner}: another transaction may have been signed`;
    return { verdict: "invalid", reason };
  } catch (error) {
    if (error instanceof SignatureInvalidError) return { verdict: "invalid", reason: error.message };
    throw error;
  }
}

/**
 * Whether the Safe, as read, would count this signature for this transaction: the owner is one now, and the key
 * signed, the contract owner says yes, or the hash is approved on chain.
 */
export async function checkOwnerSignature(check: SignatureCheck): Promise<Verdict> {
  const { reader, safe, hashes, signature } = check;
  const { owner } = signature;
  if (!safe.owners.includes(owner)) return { verdict: "invalid", reason: `${owner} is no owner of the Safe` };
  if (signature.kind === "ecdsa") return signedByKey(hashes.safeTxHash, signature);
  if (signature.kind === "approved-hash") return approvedOnChain(check, owner);
  return contractSignature(reader, { owner, subject: subjectFor(safe, hashes), data: signature.data });
}
