import type { ProposalState } from "@ballast/core";
import type { ProposalKind } from "@ballast/db";
import type { RawTransaction } from "../verify/rawTransaction.ts";

/** The proposal as the panel needs it; integers as decimal text. */
export type SignedProposal = {
  readonly safeTxHash: string;
  readonly transaction: RawTransaction;
  readonly state: ProposalState;
  readonly kind: ProposalKind;
  readonly chainNonce: string | null;
  readonly threshold: number;
  /** Unix seconds. */
  readonly deadline: number | null;
  /** Signatures that count, one for each owner. */
  readonly signatures: readonly { readonly owner: string; readonly signature: string }[];
};

/** Who reads the panel. */
export type Reader = {
  /** Lower-case; null when nobody is signed in. */
  readonly address: string | null;
  readonly isOwner: boolean;
  readonly mayOperate: boolean;
};

export type SignPanelProps = {
  readonly proposal: SignedProposal;
  readonly reader: Reader;
  readonly chain: { readonly chainId: number; readonly name: string };
};
