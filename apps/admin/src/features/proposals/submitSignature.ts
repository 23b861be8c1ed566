"use server";
import { address, hash32, hex, UnitError } from "@ballast/core";
import { addSignature, appendAudit, proposalByHash } from "@ballast/db";
import { requireRole } from "../../auth/requireRole.ts";
import { accountSegment } from "../../queries/accountSegment.ts";
import { database } from "../../queries/database.ts";
import { checkSignature } from "./checkSignature.ts";
import { isOpen } from "./proposalStatus.ts";

export type Posted = { readonly ok: true } | { readonly ok: false; readonly because: string };

type Offer = { readonly safeTxHash: string; readonly signature: string };

const refused = (because: string): Posted => ({ ok: false, because });

/** Stores the signed-in owner's signature after recovering it here. Only their own, only of this very hash. */
export async function submitSignature(offer: Offer): Promise<Posted> {
  const admitted = await requireRole(["owner"]);
  if (!admitted.ok) return refused(admitted.because);
  try {
    const safeTxHash = hash32(offer.safeTxHash);
    const signature = hex(offer.signature);
    const owner = address(admitted.session.address);
    const { db } = database();
    const row = await proposalByHash(db, safeTxHash);
    if (row === undefined) return refused("There is no such transaction here.");
    const segment = accountSegment({ chainId: row.chainId, address: row.account });
    if (!admitted.session.owns.includes(segment)) return refused("You are not an owner of this account.");
    if (!isOpen(row.state)) return refused(`It is ${row.state}: a signature changes nothing any more.`);
    if ((await checkSignature({ hash: safeTxHash, owner, signature })) !== "valid") {
      return refused(
        "The signature is not of your key over this hash. Nothing was stored. Check what your wallet signed.",
      );
    }
    await addSignature(db, { safeTxHash, owner, signature, source: "admin" });
    await appendAudit(db, {
      actor: owner,
      kind: "proposal.signed",
      payload: { safeTxHash, nonce: row.nonce },
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof UnitError) return refused(error.message);
    throw error;
  }
}
