import { concat, keccak256 } from "viem";
import { describe, expect, it } from "vitest";
import { earnerLeafHash } from "./earnerLeafHash.ts";
import { isRewardsClaimProven, type RewardsClaim } from "./isRewardsClaimProven.ts";
import { tokenLeafHash } from "./tokenLeafHash.ts";

const earner = "0x1111111111111111111111111111111111111111";
const stranger = `0x${"ab".repeat(32)}` as const;
const leaves = [
  { token: "0x2222222222222222222222222222222222222222", cumulativeEarnings: 5n },
  { token: "0x3333333333333333333333333333333333333333", cumulativeEarnings: 7n },
] as const;
const [first, second] = [tokenLeafHash(leaves[0]), tokenLeafHash(leaves[1])];
const earnerLeaf = { earner, earnerTokenRoot: keccak256(concat([first, second])) } as const;
/** Ours is the right one of two earners. */
const root = keccak256(concat([stranger, earnerLeafHash(earnerLeaf)]));
const claim: RewardsClaim = {
  earnerIndex: 1,
  earnerTreeProof: stranger,
  earnerLeaf,
  tokenIndices: [0, 1],
  tokenTreeProofs: [second, first],
  tokenLeaves: leaves,
};

describe("a claim of rewards", () => {
  it("is proven when all its leaves lie under the root", () => {
    expect(isRewardsClaimProven(root, claim)).toBe(true);
  });

  it.each<[what: string, change: Partial<RewardsClaim>]>([
    ["another earner", { earnerLeaf: { ...earnerLeaf, earner: leaves[0].token } }],
    ["another place among the earners", { earnerIndex: 0 }],
    ["a wei more", { tokenLeaves: [{ ...leaves[0], cumulativeEarnings: 6n }, leaves[1]] }],
    ["swapped places", { tokenIndices: [1, 0] }],
    ["a proof too few", { tokenTreeProofs: [second] }],
    ["a leaf too few", { tokenLeaves: [leaves[0]] }],
  ])("is not proven with %s", (_what, change) => {
    expect(isRewardsClaimProven(root, { ...claim, ...change })).toBe(false);
  });

  it("is not proven under another root", () => {
    expect(isRewardsClaimProven(stranger, claim)).toBe(false);
  });
});
