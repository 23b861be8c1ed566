import type { Address, Hex } from "@ballast/core";
import { encodePacked, keccak256 } from "viem";

/** All that an earner ever earned in one token, in wei. A claim pays what is above the last one. */
export type TokenLeaf = { readonly token: Address; readonly cumulativeEarnings: bigint };

/**
 * keccak256(0x01 ‖ token ‖ earnings).
 * Source: eigenlayer-contracts, src/contracts/core/RewardsCoordinator.sol, `calculateTokenLeafHash`.
 */
export function tokenLeafHash({ token, cumulativeEarnings }: TokenLeaf): Hex {
  return keccak256(encodePacked(["uint8", "address", "uint256"], [1, token, cumulativeEarnings]));
}
