import type { Hex } from "@ballast/core";
import { type EarnerLeaf, earnerLeafHash } from "./earnerLeafHash.ts";
import { merkleRootOf } from "./merkleRootOf.ts";
import { type TokenLeaf, tokenLeafHash } from "./tokenLeafHash.ts";

/** A claim of rewards in one or more tokens, as RewardsCoordinator.processClaim takes it. */
export type RewardsClaim = {
  readonly earnerIndex: number;
  readonly earnerTreeProof: Hex;
  readonly earnerLeaf: EarnerLeaf;
  readonly tokenIndices: readonly number[];
  readonly tokenTreeProofs: readonly Hex[];
  readonly tokenLeaves: readonly TokenLeaf[];
};

const same = (one: Hex | null, other: Hex) => one?.toLowerCase() === other.toLowerCase();

/**
 * Whether every leaf of a claim lies under a distribution root. Says nothing of whether the root is active, nor of what was claimed before.
 * Source: eigenlayer-contracts, src/contracts/core/RewardsCoordinator.sol, `_checkClaim`.
 */
export function isRewardsClaimProven(root: Hex, claim: RewardsClaim): boolean {
  const { earnerLeaf, tokenIndices, tokenTreeProofs, tokenLeaves } = claim;
  if (tokenIndices.length !== tokenTreeProofs.length || tokenIndices.length !== tokenLeaves.length)
    return false;
  const earner = { index: claim.earnerIndex, proof: claim.earnerTreeProof };
  if (!same(merkleRootOf(earnerLeafHash(earnerLeaf), earner), root)) return false;
  return tokenLeaves.every((leaf, place) => {
    const [index, proof] = [tokenIndices[place], tokenTreeProofs[place]];
    if (index === undefined || proof === undefined) return false;
    return same(merkleRootOf(tokenLeafHash(leaf), { index, proof }), earnerLeaf.earnerTokenRoot);
  });
}
