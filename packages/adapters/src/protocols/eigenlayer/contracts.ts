import { venueId } from "@ballast/core";
import type { ContractNames } from "../../adapter.ts";

export const EIGENLAYER_ID = venueId("eigenlayer");

/** The pod manager is only watched: native ETH is not held through Ballast. */
export const contractNames: ContractNames = {
  required: ["strategyManager", "delegationManager", "allocationManager", "stETHStrategy"],
  optional: ["eigenPodManager"],
  assets: ["stETH"],
};
