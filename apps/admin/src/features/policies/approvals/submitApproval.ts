"use server";
import {
  address,
  approvalMessage,
  hash32,
  hex,
  policyApprovalTypedData,
  typedDataDigest,
  UnitError,
  unixSeconds,
} from "@ballast/core";
import { appendAudit, insertApproval } from "@ballast/db";
import { requireRole } from "../../../auth/requireRole.ts";
import { database } from "../../../queries/database.ts";
import { policiesOf } from "../../../queries/policiesToApprove.ts";
import { checkSignature } from "../../proposals/checkSignature.ts";

export type Stored = { readonly ok: true } | { readonly ok: false; readonly because: string };

type Offer = { readonly policyId: string; readonly notBefore: string; readonly signature: string };

const refused = (because: string): Stored => ({ ok: false, because });

/** Stores the signed-in owner's approval of a stored version after recovering it here. */
export async function submitApproval(offer: Offer): Promise<Stored> {
  const admitted = await requireRole(["owner"]);
  if (!admitted.ok) return refused(admitted.because);
  try {
    const id = hash32(offer.policyId);
    const notBefore = unixSeconds(BigInt(offer.notBefore));
    const signature = hex(offer.signature);
    const owner = address(admitted.session.address);
    const rows = (await Promise.all(admitted.session.owns.map(policiesOf))).flat();
    const row = rows.find((each) => each.id === id);
    if (row === undefined) return refused("There is no such policy of an account that you own.");
    const account = { rail: "safe", chainId: row.chainId, address: row.account } as const;
    const message = approvalMessage(
      { policyId: id, version: row.version, previousHash: row.previousHash },
      { account, notBefore },
    );
    const digest = typedDataDigest(policyApprovalTypedData(message));
    if ((await checkSignature({ hash: digest, owner, signature })) !== "valid") {
      return refused("The signature is not of your key over this version. Nothing was stored.");
    }
    const { db } = database();
    await insertApproval(db, { policyId: id, owner, notBefore, signature });
    await appendAudit(db, {
      actor: owner,
      kind: "policy.approved",
      payload: { policyId: id, version: row.version },
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof UnitError || error instanceof SyntaxError) return refused(error.message);
    throw error;
  }
}
