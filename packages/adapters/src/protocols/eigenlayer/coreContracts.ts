import type { Address } from "@ballast/core";
import type { Deployment } from "../../deployment/types.ts";
import { EIGENLAYER_ID } from "./contracts.ts";

/** Addresses of EigenLayer's own contracts. */
export type CoreContracts = {
  readonly strategyManager: Address;
  readonly delegationManager: Address;
  readonly allocationManager: Address;
};

/** The deployment's core contracts; null when it leaves EigenLayer out. */
export function coreContracts({ venues }: Deployment): CoreContracts | null {
  const { strategyManager, delegationManager, allocationManager } = venues[EIGENLAYER_ID] ?? {};
  if (strategyManager === undefined || delegationManager === undefined || allocationManager === undefined)
    return null;
  return {
    strategyManager: strategyManager.address,
    delegationManager: delegationManager.address,
    allocationManager: allocationManager.address,
  };
}
