import type { Hex } from "@ballast/core";
import { concat, keccak256, size, slice } from "viem";

const WORD = 32;

/** A leaf's place in a tree: its index, and the siblings on the way up, 32 bytes each in one string. */
export type MerklePlace = { readonly index: number; readonly proof: Hex };

/**
 * The root that a leaf at a place leads to, or null when the proof is no whole number of words or the index does not fit its height (the
 * contract refuses both). Pairs are not sorted: each bit of the index picks the side.
 * Source: eigenlayer-contracts, src/contracts/libraries/Merkle.sol, `processInclusionProofKeccak`; core/RewardsCoordinator.sol.
 */
export function merkleRootOf(leaf: Hex, { index, proof }: MerklePlace): Hex | null {
  const height = size(proof) / WORD;
  if (!Number.isInteger(height) || index < 0 || index >= 2 ** height) return null;
  let node = leaf;
  for (let level = 0; level < height; level += 1) {
    const sibling = slice(proof, level * WORD, (level + 1) * WORD);
    const isLeft = Math.floor(index / 2 ** level) % 2 === 0;
    node = keccak256(isLeft ? concat([node, sibling]) : concat([sibling, node]));
  }
  return node;
}
