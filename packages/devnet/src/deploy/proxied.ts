/** Contracts that stand behind a proxy, as they do on mainnet, and the deployment that each begins with. */
export const proxied = {
  stETH: "stETHImplementation",
  withdrawalQueue: "withdrawalQueueImplementation",
  liquidityPool: "liquidityPoolImplementation",
  eETH: "eETHImplementation",
  weETH: "weETHImplementation",
  withdrawRequestNFT: "withdrawRequestNFTImplementation",
  redemptionManager: "redemptionManagerImplementation",
  strategyManager: "strategyManagerImplementation",
  delegationManager: "delegationManagerImplementation",
  allocationManager: "allocationManagerImplementation",
  eigenPodManager: "eigenPodManagerImplementation",
  stETHStrategy: "stETHStrategyImplementation",
} as const;

export type Proxied = keyof typeof proxied;
