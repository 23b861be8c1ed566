import { demandEqual } from "../demandEqual.ts";
import { inputDocument } from "../inputDocument.ts";
import { policySchema, snapshotSchema } from "../schema/inputs.ts";
import type { CheckDefinition } from "../types.ts";

/** Everything is about one account, and everything that has a block is of one block. */
export const oneStory: CheckDefinition = {
  id: "one-story",
  title: "All documents are of one account and one block",
  run({ file: { bundle }, plan }) {
    const { account, decision, simulation } = bundle;
    const policy = inputDocument(bundle, { kind: "policy", schema: policySchema });
    const snapshot = inputDocument(bundle, { kind: "snapshot", schema: snapshotSchema });
    const accounts = {
      decision: decision.account,
      plan: plan.account,
      policy: policy.account,
      snapshot: snapshot.account,
    };
    for (const [name, other] of Object.entries(accounts)) {
      demandEqual(`account of the ${name}`, {
        is: `${other.chainId}:${other.address}`,
        must: `${account.chainId}:${account.address}`,
      });
    }
    const { block } = decision;
    demandEqual("bundle.decision.block.chainId", { is: block.chainId, must: account.chainId });
    for (const [name, other] of Object.entries({ snapshot: snapshot.block, simulation: simulation.block })) {
      demandEqual(`block of the ${name}`, {
        is: `${other.chainId}:${other.number}:${other.hash}:${other.timestamp}`,
        must: `${block.chainId}:${block.number}:${block.hash}:${block.timestamp}`,
      });
    }
    return `${account.address} on chain ${account.chainId} at block ${block.number}, ${block.hash}.`;
  },
};
