import type { Address, Hex } from "@ballast/core";
import { encodeAbiParameters, keccak256, parseAbiParameters } from "viem";

/** A queued withdrawal, field by field as the DelegationManager hashes it. */
export type Withdrawal = {
  readonly staker: Address;
  readonly delegatedTo: Address;
  readonly withdrawer: Address;
  readonly nonce: bigint;
  readonly startBlock: number;
  readonly strategies: readonly Address[];
  readonly scaledShares: readonly bigint[];
};

const parameters = parseAbiParameters([
  "Withdrawal withdrawal",
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
]);

/**
 * The key under which a withdrawal waits: keccak256(abi.encode(withdrawal)).
 * Source: eigenlayer-contracts, src/contracts/core/DelegationManager.sol, `calculateWithdrawalRoot`.
 */
export function withdrawalRoot(withdrawal: Withdrawal): Hex {
  return keccak256(encodeAbiParameters(parameters, [withdrawal]));
}
