import type { Deployment } from "@ballast/adapters";
import { type Bundle, type BundleContracts, compareText, contentId, decisionDocuments } from "@ballast/core";
import type { Simulated } from "./simulatePlan.ts";

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

function contractsOf({ safe, deadlineChecker, assets, routes }: Deployment): BundleContracts {
  const { address, codeHash } = safe.contracts.multiSendCallOnly;
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => compareText(a.id, b.id);
  return {
    multiSendCallOnly: address,
    multiSendCallOnlyCodeHash: codeHash,
    deadlineChecker,
    assets: assets.map(({ id, address: at, decimals }) => ({ id, address: at, decimals })).toSorted(byId),
    routers: Object.entries(routes)
      .map(([id, { router }]) => ({ id, address: router }))
      .toSorted(byId),
  };
}
