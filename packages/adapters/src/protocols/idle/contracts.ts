import { assetId, venueId } from "@ballast/core";
import type { ContractNames } from "../../adapter.ts";

export const IDLE_ID = venueId("idle");
/** The chain's own coin, which is also the base asset. */
export const COIN = assetId("ETH");

export const contractNames: ContractNames = { required: ["WETH"], optional: [], assets: ["WETH"] };
