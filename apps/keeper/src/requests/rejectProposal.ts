import {
  buildRejection,
  describeViolation,
  inspectRejection,
  safeTransactionHashes,
} from "@ballast/adapters";
import { type AccountRef, hash32, type Snapshot } from "@ballast/core";
import {
  appendAudit,
  documentById,
  insertProposal,
  laneLeaseName,
  latestTick,
  type ProposalRow,
  proposalByHash,
  type RequestRow,
} from "@ballast/db";
import { safeTransactionHashes as verifiersHashes } from "@ballast/verify";
import { accountOf } from "../queue/queuedTransaction.ts";
import type { Keeper } from "../service/keeper.ts";
import { holdLease } from "../service/leases.ts";
import type { RequestContext } from "./requestContext.ts";
import { RequestRefusedError } from "./requestRefusedError.ts";

/**
 * Puts the empty transaction at a proposal's own nonce in front of the owners: once executed, the proposal can never
 * run. Asking again gives the same transaction.
 * @throws {RequestRefusedError} saying what to do instead
 */
export async function rejectProposal(
  keeper: Keeper,
  { held, judged, request }: RequestContext & { readonly request: RequestRow },
): Promise<RequestRow["payload"]> {
  const row = await rejectable(keeper, request);
  const account = accountOf(row);
  const lane = await holdLease(keeper, { held, name: laneLeaseName(account) });
  if (lane === null)
    throw new RequestRefusedError("Another keeper works on this account. Ask again in a moment.");
  const transaction = buildRejection(account, row.nonce);
  const violations = inspectRejection(transaction, {
    account,
    snapshot: await lastSnapshot(keeper, account),
  });
  if (violations.length > 0) throw new RequestRefusedError(violations.map(describeViolation).join("; "));
  const { safeTxHash } = safeTransactionHashes(transaction, account);
  if (verifiersHashes({ account, transaction }).safeTxHash !== safeTxHash) {
    throw new RequestRefusedError(
      "The verifier computes another hash for the rejection. Sign nothing; report this.",
    );
  }
  const { inserted } = await insertProposal(keeper.db, {
    proposal: {
      ...transaction,
      chainId: account.chainId,
      account: account.address,
      safeTxHash,
      kind: "rejection",
      state: "posted",
      proposedAt: judged.pinned.block.timestamp,
    },
    cause: `rejects ${row.safeTxHash}`,
    lease: lane,
  });
  if (inserted) {
    const payload = {
      account: account.address,
      nonce: row.nonce,
      rejects: row.safeTxHash,
      safeTxHash,
      askedBy: request.requestedBy,
    };
    await appendAudit(keeper.db, { actor: keeper.instance, kind: "proposal.rejection-posted", payload });
  }
  return { safeTxHash };
}

async function lastSnapshot(keeper: Keeper, account: AccountRef): Promise<Snapshot> {
  const id = (await latestTick(keeper.db, account))?.snapshotId ?? null;
  const document = id === null ? undefined : await documentById(keeper.db, id);
  if (document === undefined)
    throw new RequestRefusedError("The Safe was not read yet. Ask again after the next tick.");
  return document.value as unknown as Snapshot;
}

const OPEN: readonly ProposalRow["state"][] = ["posted", "partly-signed", "ready", "expired"];

async function rejectable(keeper: Keeper, { payload }: RequestRow): Promise<ProposalRow> {
  const asked = payload.safeTxHash;
  if (typeof asked !== "string")
    throw new RequestRefusedError("safeTxHash: missing; the hash of the proposal to reject is expected.");
  const row = await proposalByHash(keeper.db, hash32(asked));
  if (row === undefined)
    throw new RequestRefusedError(`Proposal ${asked} is not known. Look at the queue again.`);
  if (row.kind === "rejection")
    throw new RequestRefusedError(`Proposal ${asked} is a rejection itself. Leave it unsigned instead.`);
  if (OPEN.includes(row.state)) return row;
  throw new RequestRefusedError(
    `Proposal ${asked} is ${row.state}: its nonce ${row.nonce} needs no rejection.`,
  );
}
