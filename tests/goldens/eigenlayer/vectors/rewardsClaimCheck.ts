import { eigenlayerMaths } from "@ballast/adapters";
import type { Address, Hex } from "viem";
import { Fields } from "../form/Fields.ts";
import { firstDifference } from "../form/firstDifference.ts";

const CLAIM = [
  "rootIndex",
  "earnerIndex",
  "earnerTreeProof",
  "earnerLeaf",
  "tokenIndices",
  "tokenTreeProofs",
  "tokenLeaves",
];

/** A claim of rewards against its root, and what it paid: all that was earned, since nothing had been claimed before. */
export function rewardsClaimCheck(recorded: Fields) {
  recorded.requireOnly(["root", "claim", "checkClaim", "received", "cumulativeClaimed", "leafEncoding"]);
  const claim = recorded.object("claim");
  claim.requireOnly(CLAIM);
  const earnerLeaf = claim.object("earnerLeaf");
  const leaves = claim.list("tokenLeaves").map((leaf, index) => new Fields(leaf, `tokenLeaves[${index}]`));
  const tokenLeaves = leaves.map((leaf) => ({
    token: leaf.text("token") as Address,
    cumulativeEarnings: leaf.integer("cumulativeEarnings"),
  }));
  const proven = eigenlayerMaths.isRewardsClaimProven(recorded.text("root") as Hex, {
    earnerIndex: Number(claim.integer("earnerIndex")),
    earnerTreeProof: claim.text("earnerTreeProof") as Hex,
    earnerLeaf: {
      earner: earnerLeaf.text("earner") as Address,
      earnerTokenRoot: earnerLeaf.text("earnerTokenRoot") as Hex,
    },
    tokenIndices: claim.integers("tokenIndices").map(Number),
    tokenTreeProofs: claim.list("tokenTreeProofs") as readonly Hex[],
    tokenLeaves,
  });
  const earned = tokenLeaves.map(({ cumulativeEarnings }) => cumulativeEarnings);
  return firstDifference({
    recorded: {
      checkClaim: recorded.raw("checkClaim"),
      received: recorded.raw("received"),
      cumulativeClaimed: recorded.raw("cumulativeClaimed"),
    },
    found: { checkClaim: proven, received: earned, cumulativeClaimed: earned[0] },
    path: "",
  });
}
