import { type Address, assetId } from "@ballast/core";
import { assetOf } from "../../../assetOf.ts";
import type { CitedContract, Deployment } from "../../../deployment/types.ts";
import { addressOf, DEVNET } from "../../../testing/devnetView.ts";
import { EIGENLAYER_ID } from "../contracts.ts";

const at = (byte: string) => `0x${byte.repeat(20)}` as const satisfies Address;
const cited = (address: Address): CitedContract => ({ address, citation: "made up for tests" });

/** Addresses of EigenLayer's contracts in tests. */
export const EL = {
  strategyManager: at("e1"),
  delegationManager: at("e2"),
  allocationManager: at("e3"),
  stETHStrategy: at("e4"),
  eigenPodManager: at("e5"),
} as const;

/** Two operators, a service, and the administrator of the proxies. */
export const OPERATOR = at("0a");
export const OTHER_OPERATOR = at("0b");
export const AVS = at("0c");
export const PROXY_ADMIN = at("0d");

const STETH = assetOf(DEVNET, assetId("stETH")) ?? {
  id: assetId("stETH"),
  address: addressOf("stETH"),
  decimals: 18n,
  symbol: "stETH",
  name: "Liquid staked Ether 2.0",
};
export const STETH_TOKEN = STETH.address;

/** The devnet with EigenLayer. */
export const EL_DEPLOYMENT: Deployment = {
  ...DEVNET,
  assets: [...DEVNET.assets.filter(({ id }) => id !== STETH.id), STETH],
  venues: {
    ...DEVNET.venues,
    [EIGENLAYER_ID]: Object.fromEntries(Object.entries(EL).map(([name, address]) => [name, cited(address)])),
  },
};
