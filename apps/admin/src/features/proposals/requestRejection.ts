"use server";
import { hash32, UnitError } from "@ballast/core";
import { appendAudit, insertRequest, proposalByHash } from "@ballast/db";
import { requireRole } from "../../auth/requireRole.ts";
import { accountSegment } from "../../queries/accountSegment.ts";
import { database } from "../../queries/database.ts";
import { isOpen } from "./proposalStatus.ts";
import type { Posted } from "./submitSignature.ts";

const refused = (because: string): Posted => ({ ok: false, because });

/** Asks the keeper to post an empty transaction at the same nonce, for the owners to sign. */
export async function requestRejection(safeTxHashText: string): Promise<Posted> {
  const admitted = await requireRole(["owner", "operator"]);
  if (!admitted.ok) return refused(admitted.because);
  try {
    const safeTxHash = hash32(safeTxHashText);
    const { db } = database();
    const row = await proposalByHash(db, safeTxHash);
    if (row === undefined) return refused("There is no such transaction here.");
    const account = { chainId: row.chainId, address: row.account };
    const { session } = admitted;
    if (!session.roles.includes("operator") && !session.owns.includes(accountSegment(account))) {
      return refused("You are not an owner of this account.");
    }
    if (!isOpen(row.state)) return refused(`It is ${row.state}: there is nothing left to reject.`);
    await insertRequest(db, {
      kind: "reject-proposal",
      payload: { safeTxHash },
      requestedBy: session.address,
      account,
    });
    await appendAudit(db, {
      actor: session.address,
      kind: "proposal.rejection-asked",
      payload: { safeTxHash, nonce: row.nonce },
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof UnitError) return refused(error.message);
    throw error;
  }
}
