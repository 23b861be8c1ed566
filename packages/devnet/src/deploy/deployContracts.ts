import { type Address, concatHex, encodeDeployData, type Hex, zeroAddress, zeroHash } from "viem";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import type { Artifact } from "../solidity/artifact.ts";
import type { ContractName } from "../solidity/loadContracts.ts";
import { devnetFeeds } from "./feeds.ts";
import { type OperatorDeployment, operatorAddresses, operatorDeployments } from "./operatorDeployments.ts";
import { packageArtifact } from "./packageArtifact.ts";
import { safeContracts } from "./safeContracts.ts";

const operator = devnetAccounts.operator.address;

/**
 * The nine canonical Safe contracts, each through the singleton factory with salt 0. Sent by the reporter, so that the
 * operator's nonces count its own deployments only.
 */
export function safeDeployments(singletonFactory: Address): DevnetTransaction[] {
  return Object.entries(safeContracts).map(([name, { artifact }]) => ({
    what: `deploy Safe's ${name}`,
    from: devnetAccounts.reporter.address,
    to: singletonFactory,
    data: concatHex([zeroHash, artifact.bytecode]),
  }));
}

/** Everything else, in the order that fixes the addresses. */
export function contractDeployments(own: Record<ContractName, Artifact>): DevnetTransaction[] {
  return operatorDeployments.map((name) => ({
    what: `deploy ${name}`,
    from: operator,
    data: initCode(name, own),
  }));
}

function initCode(name: OperatorDeployment, own: Record<ContractName, Artifact>): Hex {
  const { artifact, args = [] } = recipes(own)[name];
  return encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args: [...args] });
}

interface Recipe {
  readonly artifact: Artifact;
  readonly args?: readonly unknown[];
}

function recipes(own: Record<ContractName, Artifact>): Record<OperatorDeployment, Recipe> {
  const { weth, uniswapFactory, positionManager, stETH, liquidityPool, eETH } = operatorAddresses;
  const { ethUsd, stEthEth, weEthEth } = devnetFeeds;
  const feed = ({ id, decimals }: { id: string; decimals: number }): Recipe => ({
    artifact: own.PriceFeed,
    args: [id.replace("/", " / "), decimals, devnetAccounts.reporter.address],
  });
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
    stETH: { artifact: own.StETH },
    wstETH: { artifact: own.WstETH, args: [stETH] },
    liquidityPool: { artifact: own.LiquidityPool },
    eETH: { artifact: own.EETH, args: [liquidityPool] },
    weETH: { artifact: own.WeETH, args: [eETH, liquidityPool] },
    ethUsdFeed: feed(ethUsd),
    stEthEthFeed: feed(stEthEth),
    weEthEthFeed: feed(weEthEth),
  };
}

function uniswap(path: string, args: readonly unknown[]): Recipe {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return { artifact: packageArtifact(`@uniswap/${path}.sol/${name}.json`), args };
}
