import { venueId } from "@ballast/core";
import type { ContractNames } from "../../adapter.ts";

export const LIDO_ID = venueId("lido");

/** wstETH is what is held; stETH says whether transfers are stopped. */
export const contractNames: ContractNames = { required: ["wstETH"], optional: ["stETH"], assets: ["wstETH"] };
