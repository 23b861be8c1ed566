import type { Address, Hex } from "@ballast/core";
import { encodePacked, keccak256 } from "viem";

/** One earner of a distribution: the root of all that it earned. */
export type EarnerLeaf = { readonly earner: Address; readonly earnerTokenRoot: Hex };

/**
 * keccak256(0x00 ‖ earner ‖ root).
 * Source: eigenlayer-contracts, src/contracts/core/RewardsCoordinator.sol, `calculateEarnerLeafHash`.
 */
export function earnerLeafHash({ earner, earnerTokenRoot }: EarnerLeaf): Hex {
  return keccak256(encodePacked(["uint8", "address", "bytes32"], [0, earner, earnerTokenRoot]));
}
