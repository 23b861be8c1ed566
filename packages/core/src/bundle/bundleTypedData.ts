import type { AccountRef, Hash32 } from "../chain/types.ts";
import { ballastDomain } from "../signing/ballastDomain.ts";
import type { BlockNumber } from "../units/brands.ts";

const TYPES = {
  Bundle: [
    { name: "account", type: "address" },
    { name: "bundleHash", type: "bytes32" },
    { name: "decisionId", type: "bytes32" },
    { name: "safeTxHash", type: "bytes32" },
    { name: "block", type: "uint256" },
  ],
} as const;

/** What the keeper's proposer key signs to bind bundle, decision and transaction at one block. */
export type BundleMessage = {
  readonly account: AccountRef;
  readonly bundleHash: Hash32;
  readonly decisionId: Hash32;
  readonly safeTxHash: Hash32;
  /** Number of the decision's block. */
  readonly block: BlockNumber;
};

/** The bundle message for signTypedData. Hash it with typedDataDigest. */
export function bundleTypedData({ account, bundleHash, decisionId, safeTxHash, block }: BundleMessage) {
  return {
    domain: ballastDomain(account),
    types: TYPES,
    primaryType: "Bundle",
    message: { account: account.address, bundleHash, decisionId, safeTxHash, block },
  } as const;
}
