import { type Abi, type Address, encodeFunctionData, type Hex, zeroAddress } from "viem";
import { devnetAccounts } from "../accounts.ts";
import type { Artifact } from "../solidity/artifact.ts";
import type { ContractName } from "../solidity/loadContracts.ts";
import { withdrawalDelayBlocks } from "./delays.ts";
import { devnetFeeds } from "./feeds.ts";
import { operatorAddresses as at, type OperatorDeployment } from "./operatorDeployments.ts";
import { packageArtifact } from "./packageArtifact.ts";
import { type Proxied, proxied } from "./proxied.ts";
import { venues } from "./venues.ts";

/** The code that is deployed and what its constructor is given. */
export interface Recipe {
  readonly artifact: Artifact;
  readonly args?: readonly unknown[];
}

type Own = Record<ContractName, Artifact>;
type Part<Name extends OperatorDeployment> = Record<Name, Recipe>;

const operator = devnetAccounts.operator.address;
const version = "1.12.0";
const wad = 10n ** 18n;

/** How each contract is made. Constructors name each other's proxies, whose addresses are known before any is there. */
export function recipes(own: Own): Record<OperatorDeployment, Recipe> {
  return { ...market(own), ...lido(own), ...etherfi(own), ...eigenLayer(own), ...proxies(own) };
}

function market(own: Own) {
  const { ethUsd, stEthEth, weEthEth } = devnetFeeds;
  const feed = ({ id, decimals }: { id: string; decimals: number }): Recipe => ({
    artifact: own.PriceFeed,
    args: [id.replace("/", " / "), decimals, devnetAccounts.reporter.address],
  });
  const { uniswapFactory, weth, positionManager } = at;
  return {
    weth: { artifact: packageArtifact("canonical-weth/build/contracts/WETH9.json") },
    uniswapFactory: uniswap("v3-core/artifacts/contracts/UniswapV3Factory", []),
    positionManager: uniswap("v3-periphery/artifacts/contracts/NonfungiblePositionManager", [
      uniswapFactory,
      weth,
      zeroAddress,
    ]),
    quoter: uniswap("v3-periphery/artifacts/contracts/lens/QuoterV2", [uniswapFactory, weth]),
    router: uniswap("swap-router-contracts/artifacts/contracts/SwapRouter02", [
      zeroAddress,
      uniswapFactory,
      positionManager,
      weth,
    ]),
    multicall: { artifact: own.Aggregator },
    ethUsdFeed: feed(ethUsd),
    stEthEthFeed: feed(stEthEth),
    weEthEthFeed: feed(weEthEth),
  } satisfies Partial<Record<OperatorDeployment, Recipe>>;
}

function lido(own: Own): Part<"stETHImplementation" | "wstETH" | "withdrawalQueueImplementation"> {
  return {
    stETHImplementation: { artifact: own.StETH },
    wstETH: { artifact: own.WstETH, args: [at.stETH] },
    withdrawalQueueImplementation: { artifact: own.WithdrawalQueue, args: [at.wstETH] },
  };
}

function etherfi(own: Own) {
  const { eETH, withdrawRequestNFT, blacklister, liquidityPool, weETH, etherFiRestaker } = at;
  const pool = { eETH, withdrawRequestNFT, etherFiRedemptionManager: at.redemptionManager, blacklister };
  const redemption = {
    liquidityPool,
    eEth: eETH,
    weEth: weETH,
    treasury: operator,
    etherFiRestaker,
    blacklister,
    stEthPriceFeed: at.stEthEthFeed,
  };
  const limits = {
    maxExitFeeSplitToTreasuryInBps: 2_500,
    maxExitFeeInBps: 500,
    maxLowWatermarkInBpsOfTvl: 500,
    stalePriceWindow: 90_000,
    maxPriceThreshold: (101n * wad) / 100n,
  };
  return {
    blacklister: { artifact: own.Blacklister },
    liquidityPoolImplementation: { artifact: own.LiquidityPool, args: [pool] },
    eETHImplementation: { artifact: own.EETH, args: [liquidityPool, blacklister] },
    weETHImplementation: { artifact: own.WeETH, args: [eETH, liquidityPool, blacklister] },
    withdrawRequestNFTImplementation: {
      artifact: own.WithdrawRequestNFT,
      args: [liquidityPool, blacklister],
    },
    etherFiRestaker: { artifact: own.EtherFiRestaker, args: [at.stETH, at.redemptionManager] },
    redemptionManagerImplementation: { artifact: own.EtherFiRedemptionManager, args: [redemption, limits] },
    withdrawAdapter: {
      artifact: own.WeETHWithdrawAdapter,
      args: [weETH, eETH, liquidityPool, blacklister],
    },
  } satisfies Partial<Record<OperatorDeployment, Recipe>>;
}

function eigenLayer(own: Own) {
  const { allocationManager, delegationManager, pauserRegistry, strategyManager, eigenPodManager } = at;
  const delay = withdrawalDelayBlocks;
  return {
    pauserRegistry: { artifact: own.PauserRegistry, args: [[operator], operator] },
    strategyManagerImplementation: {
      artifact: own.StrategyManager,
      args: [allocationManager, delegationManager, pauserRegistry, version],
    },
    delegationManagerImplementation: {
      artifact: own.DelegationManager,
      args: [strategyManager, eigenPodManager, allocationManager, pauserRegistry, delay, version],
    },
    allocationManagerImplementation: {
      artifact: own.AllocationManager,
      args: [delegationManager, zeroAddress, pauserRegistry, delay, (delay * 5) / 4],
    },
    eigenPodManagerImplementation: {
      artifact: own.EigenPodManager,
      args: [delegationManager, pauserRegistry],
    },
    stETHStrategyImplementation: {
      artifact: own.StrategyBaseTVLLimits,
      args: [strategyManager, pauserRegistry],
    },
  } satisfies Partial<Record<OperatorDeployment, Recipe>>;
}

/** What each proxy's storage begins with. */
function setups(own: Own): Record<Proxied, Hex> {
  const call = ({ abi }: Artifact, args: readonly unknown[]): Hex =>
    encodeFunctionData({ abi: abi as Abi, functionName: "initialize", args });
  const { minWithdraw, maxWithdraw } = venues.etherfi;
  const unlimited = 2n ** 128n;
  return {
    stETH: "0x",
    withdrawalQueue: call(own.WithdrawalQueue, [operator]),
    liquidityPool: call(own.LiquidityPool, [operator, minWithdraw, maxWithdraw]),
    eETH: "0x",
    weETH: "0x",
    withdrawRequestNFT: call(own.WithdrawRequestNFT, []),
    redemptionManager: "0x",
    strategyManager: call(own.StrategyManager, [operator, operator, 0n]),
    delegationManager: call(own.DelegationManager, [0n]),
    allocationManager: call(own.AllocationManager, [0n]),
    eigenPodManager: call(own.EigenPodManager, [operator, 0n]),
    stETHStrategy: call(own.StrategyBaseTVLLimits, [unlimited, unlimited, at.stETH]),
  };
}

function proxies(own: Own): Record<Proxied, Recipe> {
  const admin: Address = devnetAccounts.governor.address;
  const setup = setups(own);
  const entries = (Object.keys(proxied) as Proxied[]).map((name) => [
    name,
    { artifact: own.UpgradeableProxy, args: [at[proxied[name]], admin, setup[name]] },
  ]);
  return Object.fromEntries(entries) as Record<Proxied, Recipe>;
}

function uniswap(path: string, args: readonly unknown[]): Recipe {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return { artifact: packageArtifact(`@uniswap/${path}.sol/${name}.json`), args };
}
