import { loadDeployment } from "@ballast/adapters";
import { type AccountRef, address, venueId } from "@ballast/core";
import { treasurySafes } from "@ballast/devnet";
import type { Address } from "viem";

const deployment = loadDeployment("devnet");

function contractsOf(venue: string): (name: string) => Address {
  return (name) => {
    const found = deployment.venues[venueId(venue)]?.[name]?.address;
    if (found === undefined) throw new TypeError(`the devnet has no ${venue} ${name}`);
    return found;
  };
}

const [lido, etherfi, eigenlayer, idle] = ["lido", "etherfi", "eigenlayer", "idle"].map(contractsOf) as [
  (name: string) => Address,
  (name: string) => Address,
  (name: string) => Address,
  (name: string) => Address,
];
const account: AccountRef = {
  rail: "safe",
  chainId: 31337n,
  address: address(treasurySafes[0].address.toLowerCase()),
};

/** The devnet's treasury Safe whose lives are lived here, and the contracts that it meets. */
export const PLACES = {
  deployment,
  account,
  weth: idle("WETH"),
  stETH: lido("stETH"),
  wstETH: lido("wstETH"),
  queue: lido("withdrawalQueue"),
  eETH: etherfi("eETH"),
  weETH: etherfi("weETH"),
  pool: etherfi("liquidityPool"),
  nft: etherfi("withdrawRequestNFT"),
  redemption: etherfi("redemptionManager"),
  delegation: eigenlayer("delegationManager"),
  allocation: eigenlayer("allocationManager"),
  strategyManager: eigenlayer("strategyManager"),
  strategy: eigenlayer("stETHStrategy"),
} as const;
