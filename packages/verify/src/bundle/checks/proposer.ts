import { demandEqual } from "../demandEqual.ts";
import { inputDocument } from "../inputDocument.ts";
import { policySchema } from "../schema/inputs.ts";
import type { CheckDefinition } from "../types.ts";

/** Only the key that the owner-approved policy names may propose. That the policy is approved, the chain and its owners say. */
export const proposer: CheckDefinition = {
  id: "proposer",
  title: "The signer is the policy's proposer",
  run({ file: { bundle, signer } }) {
    const policy = inputDocument(bundle, { kind: "policy", schema: policySchema });
    demandEqual("signer", {
      is: signer,
      must: policy.proposer,
      because: "the proposer that the policy names",
    });
    return `Version ${policy.version} of the policy names ${policy.proposer}.`;
  },
};
