import { type Address, positionId, venueId } from "@ballast/core";
import type { ContractNames } from "../../adapter.ts";

export const ETHERFI_ID = venueId("etherfi");
export const WEETH_POSITION = positionId("etherfi:weETH");

/** How the redemption manager calls ether: EtherFiRedemptionManager.sol, ETH_ADDRESS. */
export const ETHER_TOKEN: Address = "0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";

/** weETH is what is held; the pool and eETH stand behind it; the others are the ways out. */
export const contractNames: ContractNames = {
  required: ["weETH"],
  optional: [
    "eETH",
    "liquidityPool",
    "withdrawRequestNFT",
    "redemptionManager",
    "withdrawAdapter",
    "blacklister",
  ],
  assets: ["weETH"],
};
