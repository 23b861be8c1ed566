import { venueId } from "@ballast/core";
import type { ContractNames } from "../../adapter.ts";

export const ETHERFI_ID = venueId("etherfi");

/** weETH is what is held; eETH and the pool say whether they are paused. */
export const contractNames: ContractNames = {
  required: ["weETH"],
  optional: ["eETH", "liquidityPool"],
  assets: ["weETH"],
};
