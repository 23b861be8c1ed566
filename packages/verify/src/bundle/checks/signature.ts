import { recoverAddress } from "../../typedData/recoverAddress.ts";
import { typedDataDigest } from "../../typedData/typedDataDigest.ts";
import { demandEqual } from "../demandEqual.ts";
import type { CheckDefinition } from "../types.ts";

/** The keeper's EIP-712 signature over account, bundle, decision, transaction and block. */
export const signature: CheckDefinition = {
  id: "signature",
  title: "The signature is the signer's",
  run({ file: { bundle, bundleHash, signature, signer } }) {
    const digest = typedDataDigest({
      type: "Bundle",
      account: bundle.account,
      message: {
        bundleHash,
        decisionId: bundle.decisionId,
        safeTxHash: bundle.hashes.safeTxHash,
        block: bundle.decision.block.number,
      },
    });
    demandEqual("the recovered signer", { is: recoverAddress(digest, signature), must: signer });
    return `Signed by ${signer}.`;
  },
};
