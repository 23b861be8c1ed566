import type { Address, Hex } from "viem";
import { type DevnetFeed, devnetFeeds } from "./deploy/feeds.ts";
import { type OperatorDeployment, operatorAddresses } from "./deploy/operatorDeployments.ts";
import { type DevnetPool, devnetPools } from "./deploy/pools.ts";
import { safeContracts, safeVersion } from "./deploy/safeContracts.ts";
import { genesisHash } from "./genesis.ts";

const { weth, wstETH, weETH, stETH, eETH, multicall, router, quoter, uniswapFactory } = operatorAddresses;

/**
 * The devnet as a deployment file (schema `ballast/deployment/1`): the same for every devnet, since every address and the
 * genesis block are fixed. Integers are decimal strings, addresses checksummed.
 */
export const deployment = {
  schema: "ballast/deployment/1",
  name: "devnet",
  chainId: "31337",
  genesisHash,
  safe: { version: safeVersion, contracts: safeEntries() },
  multicall,
  deadlineChecker: router,
  assets: [
    asset({ id: "WETH", address: weth, name: "Wrapped Ether" }),
    asset({ id: "wstETH", address: wstETH, name: "Wrapped liquid staked Ether 2.0" }),
    asset({ id: "weETH", address: weETH, name: "Wrapped eETH" }),
    asset({ id: "stETH", address: stETH, name: "Liquid staked Ether 2.0" }),
    asset({ id: "eETH", address: eETH, name: "ether.fi ETH" }),
  ],
  venues: {
    eigenlayer: {
      strategyManager: own("strategyManager", "eigenlayer/StrategyManager"),
      delegationManager: own("delegationManager", "eigenlayer/DelegationManager"),
      allocationManager: own("allocationManager", "eigenlayer/AllocationManager"),
      eigenPodManager: own("eigenPodManager", "eigenlayer/EigenPodManager"),
      stETHStrategy: own("stETHStrategy", "eigenlayer/StrategyBaseTVLLimits"),
    },
    lido: {
      stETH: own("stETH", "lido/StETH"),
      wstETH: own("wstETH", "lido/WstETH"),
      withdrawalQueue: own("withdrawalQueue", "lido/WithdrawalQueue"),
    },
    etherfi: {
      weETH: own("weETH", "etherfi/WeETH"),
      eETH: own("eETH", "etherfi/EETH"),
      liquidityPool: own("liquidityPool", "etherfi/LiquidityPool"),
      withdrawRequestNFT: own("withdrawRequestNFT", "etherfi/WithdrawRequestNFT"),
      redemptionManager: own("redemptionManager", "etherfi/EtherFiRedemptionManager"),
      withdrawAdapter: own("withdrawAdapter", "etherfi/WeETHWithdrawAdapter"),
      blacklister: own("blacklister", "etherfi/Blacklister"),
    },
    idle: { WETH: { address: weth, citation: "npm canonical-weth 1.4.0, WETH9" } },
  },
  feeds: Object.values(devnetFeeds).map(feedEntry),
  routes: {
    "uniswap-v3": {
      router,
      quoter,
      factory: uniswapFactory,
      pools: Object.values(devnetPools).map(poolEntry),
    },
  },
};

function safeEntries(): Record<keyof typeof safeContracts, { address: Address; codeHash: Hex }> {
  const entries = Object.entries(safeContracts).map(([name, { address, codeHash }]) => [
    name,
    { address, codeHash },
  ]);
  return Object.fromEntries(entries) as Record<
    keyof typeof safeContracts,
    { address: Address; codeHash: Hex }
  >;
}

function asset({ id, address, name }: { id: string; address: Address; name: string }) {
  return { id, address, decimals: "18", symbol: id, name };
}

function own(name: OperatorDeployment, path: string) {
  return { address: operatorAddresses[name], citation: `packages/devnet/contracts/${path}.sol` };
}

function feedEntry({ id, address, decimals, heartbeatSeconds }: DevnetFeed) {
  return { id, address, decimals: String(decimals), heartbeatSeconds: String(heartbeatSeconds) };
}

function poolEntry({ token, fee, address }: DevnetPool) {
  return { tokenA: "WETH", tokenB: token, fee: String(fee), address };
}
