import { type Address, getContractAddress } from "viem";
import { devnetAccounts } from "../accounts.ts";

/**
 * What the operator deploys, in this order, one nonce each from 1 (nonce 0 carries the salt of block 1). The order fixes the
 * addresses. An implementation stands right before the proxy that begins with it.
 */
export const operatorDeployments = [
  "weth",
  "uniswapFactory",
  "positionManager",
  "quoter",
  "router",
  "multicall",
  "stETHImplementation",
  "stETH",
  "wstETH",
  "withdrawalQueueImplementation",
  "withdrawalQueue",
  "blacklister",
  "liquidityPoolImplementation",
  "liquidityPool",
  "eETHImplementation",
  "eETH",
  "weETHImplementation",
  "weETH",
  "withdrawRequestNFTImplementation",
  "withdrawRequestNFT",
  "etherFiRestaker",
  "redemptionManagerImplementation",
  "redemptionManager",
  "withdrawAdapter",
  "ethUsdFeed",
  "stEthEthFeed",
  "weEthEthFeed",
  "pauserRegistry",
  "strategyManagerImplementation",
  "strategyManager",
  "delegationManagerImplementation",
  "delegationManager",
  "allocationManagerImplementation",
  "allocationManager",
  "eigenPodManagerImplementation",
  "eigenPodManager",
  "stETHStrategyImplementation",
  "stETHStrategy",
] as const;

export type OperatorDeployment = (typeof operatorDeployments)[number];

/** Where each of them is, on every devnet. */
export const operatorAddresses = Object.fromEntries(
  operatorDeployments.map((name, index) => [
    name,
    getContractAddress({ from: devnetAccounts.operator.address, nonce: BigInt(index + 1) }),
  ]),
) as Record<OperatorDeployment, Address>;
