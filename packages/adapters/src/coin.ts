import { assetId } from "@ballast/core";

/** The chain's own coin: the base asset, and what withdrawals are paid in. No contract, so no deployment lists it. */
export const COIN = assetId("ETH");
