import type { Address } from "@ballast/core";

/** Where an approval holds: the DelegationManager of a chain, and the version that it says it is. */
export type DelegationDomain = {
  readonly chainId: number;
  readonly delegationManager: Address;
  /** as `version()` gives it */
  readonly version: string;
};

/**
 * The EIP-712 domain of a DelegationManager. Only the first character of its version is in it: "1" of "1.12.0", "v" of "v1.12.0".
 * Source: eigenlayer-contracts, src/contracts/mixins/SignatureUtilsMixin.sol and SemVerMixin.sol.
 */
export function delegationDomain({ chainId, delegationManager, version }: DelegationDomain) {
  return { name: "EigenLayer", version: version.slice(0, 1), chainId, verifyingContract: delegationManager };
}
