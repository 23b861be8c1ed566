import { type Hash32, type PolicyApproval, policyApprovalTypedData } from "@ballast/core";
import { hashTypedData, size } from "viem";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import { SignatureInvalidError } from "../errors.ts";
import { contractSignature } from "./contractSignature.ts";
import { recoverSigner } from "./recoverSigner.ts";
import type { Verdict } from "./verdict.ts";

/** Whether the owner's own key made it. `eth_sign` forms do not count: an approval is typed data. */
async function signedByOwnersKey({ owner, signature }: PolicyApproval, hash: Hash32): Promise<boolean> {
  if (size(signature) !== 65 || !/(1b|1c)$/i.test(signature)) return false;
  try {
    return (await recoverSigner({ hash, signature })) === owner;
  } catch (error) {
    if (error instanceof SignatureInvalidError) return false;
    throw error;
  }
}

/**
 * Whether the approval's signature is its owner's: by the owner's key, or by EIP-1271 where the owner is a contract,
 * another Safe for example, asked at the reader's block. Whether that owner counts for the account is another question.
 */
export async function verifyPolicyApproval(reader: PinnedReader, approval: PolicyApproval): Promise<Verdict> {
  const hash = hashTypedData(policyApprovalTypedData(approval.message));
  if (await signedByOwnersKey(approval, hash)) return { verdict: "valid" };
  const { owner, signature } = approval;
  return contractSignature(reader, { owner, subject: { hash }, data: signature });
}
