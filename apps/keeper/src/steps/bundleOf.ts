import type { Deployment } from "@ballast/adapters";
import { type Bundle, type BundleContracts, contentId, decisionDocuments } from "@ballast/core";
import type { Simulated } from "./simulatePlan.ts";
import { trustedContracts } from "./trustedContracts.ts";

/** The proof that travels with a proposal, before the keeper signs it. */
export function bundleOf(deployment: Deployment, simulated: Simulated): Bundle {
  const { context, answer, decision, safe, batch, hashes, simulation } = simulated;
  return {
    schema: "ballast/bundle/1",
    account: decision.account,
    safeVersion: safe.version,
    decisionId: contentId("decision", decision),
    decision,
    inputs: decisionDocuments(context, answer),
    contracts: contractsOf(deployment),
    transaction: batch.transaction,
    calls: batch.calls,
    hashes,
    simulation,
  };
}

function contractsOf(deployment: Deployment): BundleContracts {
  const { address, codeHash } = deployment.safe.contracts.multiSendCallOnly;
  return {
    ...trustedContracts(deployment),
    multiSendCallOnly: address,
    multiSendCallOnlyCodeHash: codeHash,
  };
}
