import type { AccountRef, Address, BlockNumber, Hash32 } from "@ballast/core";

/** What the keeper's signature binds together. */
export type BundleSeal = {
  readonly account: AccountRef;
  readonly bundleHash: Hash32;
  readonly decisionId: Hash32;
  readonly safeTxHash: Hash32;
  /** Of the decision's block. */
  readonly block: BlockNumber;
};

const BUNDLE = [
  { name: "account", type: "address" },
  { name: "bundleHash", type: "bytes32" },
  { name: "decisionId", type: "bytes32" },
  { name: "safeTxHash", type: "bytes32" },
  { name: "block", type: "uint256" },
] as const;

/** Domain of everything that is signed for an account, apart from Safe transactions (docs/canonical-encoding.md §4). */
export const ballastDomain = ({ chainId, address }: AccountRef) =>
  ({ name: "Ballast", version: "1", chainId, verifyingContract: address }) as const;

export type BundleTypedData = {
  readonly domain: ReturnType<typeof ballastDomain>;
  readonly types: { readonly Bundle: typeof BUNDLE };
  readonly primaryType: "Bundle";
  readonly message: Omit<BundleSeal, "account"> & { readonly account: Address };
};

/** The EIP-712 message `Bundle` (docs/canonical-encoding.md §4). */
export function bundleTypedData(seal: BundleSeal): BundleTypedData {
  return {
    domain: ballastDomain(seal.account),
    types: { Bundle: BUNDLE },
    primaryType: "Bundle",
    message: { ...seal, account: seal.account.address },
  };
}
