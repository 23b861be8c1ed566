import type { ProposalQueue } from "@ballast/adapters";
import {
  addSignature,
  type Database,
  type Lease,
  listProposals,
  proposalByHash,
  signaturesOf,
  updateProposalState,
} from "@ballast/db";
import { NotDraftedError } from "./notDraftedError.ts";
import { queuedTransaction } from "./queuedTransaction.ts";
import { storedBytes } from "./safeSignature.ts";

/** Most transactions of an account that the queue lists at once. */
const LISTED = 500;

/**
 * Our own tables as the place where proposals live, for a chain without a Safe Transaction Service, for when it is down, and for
 * the devnet. A proposal is stored as a draft first; posting makes it visible to signers. Every write shows the lane's epoch.
 */
export function embeddedQueue(db: Database, lane: Lease): ProposalQueue {
  return {
    propose: async ({ safeTxHash }) => {
      const row = await proposalByHash(db, safeTxHash);
      if (row === undefined) throw new NotDraftedError(safeTxHash);
      if (row.state !== "draft") return "already-there";
      await updateProposalState(db, {
        proposal: row,
        from: "draft",
        to: "posted",
        cause: "posted",
        lease: lane,
      });
      return "added";
    },
    list: async (account, fromNonce) => {
      const rows = await listProposals(db, { account, limit: LISTED });
      const queued = rows.filter(({ nonce, state }) => nonce >= fromNonce && state !== "draft");
      return Promise.all(queued.toReversed().map((row) => queuedTransaction(db, row)));
    },
    find: async (safeTxHash) => {
      const row = await proposalByHash(db, safeTxHash);
      return row === undefined || row.state === "draft" ? null : queuedTransaction(db, row);
    },
    addSignature: async (safeTxHash, signature) => {
      await addSignature(db, {
        safeTxHash,
        owner: signature.owner,
        signature: storedBytes(signature),
        source: "import",
      });
    },
    delete: async (safeTxHash) => {
      const row = await proposalByHash(db, safeTxHash);
      if (row === undefined) return "unknown";
      if ((await signaturesOf(db, safeTxHash)).length > 0) return "signed";
      await updateProposalState(db, {
        proposal: row,
        from: row.state,
        to: "deleted",
        cause: "deleted",
        lease: lane,
      });
      return "deleted";
    },
  };
}
