import type { Address, Hash32, Hex } from "@ballast/core";
import { listProposals, type ProposalRow, signaturesOf } from "@ballast/db";
import { cache } from "react";
import { checkSignature, type SignatureVerdict } from "../features/proposals/checkSignature.ts";
import { parseAccountSegment } from "./accountSegment.ts";
import { database } from "./database.ts";
import { latestJudgement } from "./judgement.ts";

export type OwnerSignature = {
  readonly owner: Address;
  readonly signature: Hex;
  readonly verdict: SignatureVerdict;
  /** Unix seconds. */
  readonly addedAt: number;
};

/** A proposal with its signatures, each recovered here, and what the Safe says of owners and nonce. */
export type ProposalFacts = {
  readonly row: ProposalRow;
  /** One for each owner at most, current owners only, sorted by owner as a Safe wants them. */
  readonly signatures: readonly OwnerSignature[];
  readonly owners: readonly Address[];
  /** 0 when the Safe was not read. */
  readonly threshold: number;
  /** The Safe's nonce on chain as last read; null when it was not. */
  readonly chainNonce: bigint | null;
};

const LIMIT = 100;

/** Every proposal of an account, highest nonce first. */
export const proposalsOf = cache(async (segment: string): Promise<readonly ProposalFacts[]> => {
  const account = parseAccountSegment(segment);
  if (account === null) return [];
  const rows = await listProposals(database().db, { account, limit: LIMIT });
  return Promise.all(rows.map((row) => factsOf(row, segment)));
});

/** One proposal with what is known of it beside its row. */
export async function factsOf(row: ProposalRow, segment: string): Promise<ProposalFacts> {
  const safe = (await latestJudgement(segment))?.snapshot.safe ?? null;
  const owners = safe?.owners ?? [];
  return {
    row,
    signatures: await ownerSignatures(row.safeTxHash, owners),
    owners,
    threshold: safe === null ? 0 : Number(safe.threshold),
    chainNonce: safe?.nonce ?? null,
  };
}

async function ownerSignatures(
  safeTxHash: Hash32,
  owners: readonly Address[],
): Promise<readonly OwnerSignature[]> {
  const stored = (await signaturesOf(database().db, safeTxHash)).filter(({ owner }) =>
    owners.includes(owner),
  );
  const checked = await Promise.all(
    stored.map(async ({ owner, signature, addedAt }) => ({
      owner,
      signature,
      verdict: await checkSignature({ hash: safeTxHash, owner, signature }),
      addedAt: Number(addedAt),
    })),
  );
  const counted = checked.filter(({ verdict }) => verdict !== "invalid");
  return owners.flatMap((owner) => counted.find((each) => each.owner === owner) ?? []);
}
