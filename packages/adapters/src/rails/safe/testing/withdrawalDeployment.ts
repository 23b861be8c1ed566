import type { Address, VenueId } from "@ballast/core";
import type { Deployment } from "../../../deployment/types.ts";
import { SAMPLE_DEPLOYMENT, WEETH, WSTETH } from "./sampleDeployment.ts";

export const STETH: Address = "0xae7ab96520de3a18e5e111b5eaab095312d7fe84";
export const DELEGATION_MANAGER: Address = "0x39053d51b77dc0d36036fc1fcc8cb819df8ef37a";
export const STETH_STRATEGY: Address = "0x93c4b944d05dfe6df7645a86cd2206016c51564d";
export const WITHDRAW_ADAPTER: Address = "0xfbfe6b9cee0e555bad7e2e7309effc75200cbe38";
export const WITHDRAW_NFT: Address = "0x7d5706f6ef3f89b3951e23e557cdfbc3239d4e2c";
export const WITHDRAWAL_QUEUE: Address = "0x889edc2edab5f40e902b864ad4d7ade8e412f9b1";

const cited = (contracts: Readonly<Record<string, Address>>) =>
  Object.fromEntries(
    Object.entries(contracts).map(([name, address]) => [name, { address, citation: "for tests" }]),
  );

/** The sample deployment with the venues that can be asked for withdrawals. */
export const WITHDRAWAL_DEPLOYMENT: Deployment = {
  ...SAMPLE_DEPLOYMENT,
  assets: [
    ...SAMPLE_DEPLOYMENT.assets,
    { id: "stETH" as never, address: STETH, decimals: 18n, symbol: "stETH", name: "stETH" },
  ],
  venues: {
    ["eigenlayer" as VenueId]: cited({
      strategyManager: "0x858646372cc42e1a627fce94aa7a7033e7cf075a",
      delegationManager: DELEGATION_MANAGER,
      allocationManager: "0x948a420b8cc1d6bfd0b6087c2e7c344a2cd0bc39",
      stETHStrategy: STETH_STRATEGY,
      // A strategy of a token that the deployment does not list.
      cbETHStrategy: "0x54945180db7943c0ed0fee7edab2bd24620256bc",
    }),
    ["etherfi" as VenueId]: cited({
      weETH: WEETH,
      withdrawAdapter: WITHDRAW_ADAPTER,
      withdrawRequestNFT: WITHDRAW_NFT,
    }),
    ["lido" as VenueId]: cited({ stETH: STETH, wstETH: WSTETH, withdrawalQueue: WITHDRAWAL_QUEUE }),
  },
};
