import { positionId, venueId } from "@ballast/core";
import type { ContractNames } from "../../adapter.ts";

export const LIDO_ID = venueId("lido");
/** The position that leaves by the queue. */
export const WSTETH_POSITION = positionId("lido:wstETH");

/** wstETH is what is held; stETH is what it wraps, which may be held too; the queue pays for both. */
export const contractNames: ContractNames = {
  required: ["wstETH"],
  optional: ["stETH", "withdrawalQueue"],
  assets: ["wstETH"],
};
