import {
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  parseAbi,
} from "viem";
import { devnetAccounts } from "../accounts.ts";
import { packageArtifact } from "../deploy/packageArtifact.ts";
import type { ContractName } from "../solidity/loadContracts.ts";
import type { EmptyChain } from "./emptyChain.ts";

/** The token by which redemptions name ether. */
export const etherToken: Address = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";

/** ether.fi's settings for redemptions into one token. */
export interface RedemptionSettings {
  readonly treasurySplitBps: number;
  readonly exitFeeBps: number;
  readonly lowWatermarkBps: number;
  /** wei, in whole units of 1e12 */
  readonly bucket: bigint;
  /** wei a second, in whole units of 1e12 */
  readonly refill: bigint;
}

export interface EtherfiSettings {
  /** wei */
  readonly minWithdraw: bigint;
  /** wei */
  readonly maxWithdraw: bigint;
  readonly ether: RedemptionSettings;
  readonly stEth: RedemptionSettings;
}

export interface EtherfiContracts {
  readonly liquidityPool: Address;
  readonly eETH: Address;
  readonly weETH: Address;
  readonly withdrawRequestNFT: Address;
  readonly redemptionManager: Address;
  readonly restaker: Address;
  readonly adapter: Address;
  readonly blacklister: Address;
  readonly feed: Address;
  /** a plain ERC-20 (WETH9) in the place of Lido's token: what a redemption into it pays is all that is asked of it */
  readonly stETH: Address;
}

const operator = devnetAccounts.operator.address;
/** Administers the proxies; the operator, who administers what is behind them, may not. */
const proxyAdmin = devnetAccounts.reporter.address;
const day = 86_400n;
const setup = parseAbi([
  "function initialize(address feeRecipient, uint256 minWithdraw, uint256 maxWithdraw)",
  "function initialize()",
  "function initializeTokenParameters(address[], uint16[], uint16[], uint16[], uint256[], uint256[])",
  "function transmit(int192 answer)",
]);

/** What is deployed, in this order, and what is behind a proxy: first the implementation, then the proxy. */
const order = [
  ["blacklister", "plain"],
  ["stETH", "plain"],
  ["feed", "plain"],
  ["restaker", "plain"],
  ["liquidityPool", "proxied"],
  ["eETH", "proxied"],
  ["weETH", "proxied"],
  ["withdrawRequestNFT", "proxied"],
  ["redemptionManager", "proxied"],
  ["adapter", "plain"],
] as const satisfies readonly (readonly [keyof EtherfiContracts, "plain" | "proxied"])[];

/**
 * ether.fi's contracts behind proxies on an empty chain, at par and without any ether.
 * @param settings bounds and fees, as an administrator would set them
 */
export async function deployEtherfi(empty: EmptyChain, settings: EtherfiSettings): Promise<EtherfiContracts> {
  const nonce = await empty.chain.reader.getTransactionCount({ address: operator });
  const at = addressesFrom(BigInt(nonce));
  await empty.deploy("Blacklister");
  await deployToken(empty);
  await empty.deploy("PriceFeed", ["stETH / ETH", 18, operator]);
  await empty.deploy("EtherFiRestaker", [at.stETH, at.redemptionManager]);
  for (const [name, args, data] of proxied(at, settings)) {
    const implementation = await empty.deploy(name, args);
    await empty.deploy("UpgradeableProxy", [implementation, proxyAdmin, data]);
  }
  await empty.deploy("WeETHWithdrawAdapter", [at.weETH, at.eETH, at.liquidityPool, at.blacklister]);
  await empty.run([
    { what: "price of stETH", from: operator, to: at.feed, data: price() },
    { what: "bounds of redemptions", from: operator, to: at.redemptionManager, data: bounds(at, settings) },
  ]);
  return at;
}

function addressesFrom(first: bigint): EtherfiContracts {
  let nonce = first;
  const entries = order.map(([name, kind]) => {
    nonce += kind === "proxied" ? 2n : 1n;
    return [name, getContractAddress({ from: operator, nonce: nonce - 1n })];
  });
  return Object.fromEntries(entries) as Record<keyof EtherfiContracts, Address>;
}

async function deployToken(empty: EmptyChain): Promise<void> {
  const { abi, bytecode } = packageArtifact("canonical-weth/build/contracts/WETH9.json");
  const data = encodeDeployData({ abi, bytecode });
  await empty.run([{ what: "stETH", from: operator, data }]);
}

function proxied(at: EtherfiContracts, settings: EtherfiSettings): [ContractName, unknown[], Hex][] {
  const { liquidityPool, eETH, withdrawRequestNFT, redemptionManager, blacklister } = at;
  const parts = { eETH, withdrawRequestNFT, etherFiRedemptionManager: redemptionManager, blacklister };
  const poolSetup = encodeFunctionData({
    abi: setup,
    functionName: "initialize",
    args: [devnetAccounts.marketMaker.address, settings.minWithdraw, settings.maxWithdraw],
  });
  const nftSetup = encodeFunctionData({ abi: setup, functionName: "initialize" });
  return [
    ["LiquidityPool", [parts], poolSetup],
    ["EETH", [liquidityPool, blacklister], "0x"],
    ["WeETH", [eETH, liquidityPool, blacklister], "0x"],
    ["WithdrawRequestNFT", [liquidityPool, blacklister], nftSetup],
    ["EtherFiRedemptionManager", [redemptionParts(at), redemptionBounds], "0x"],
  ];
}

/** No narrower than the figures that a test may want; the window is that of ether.fi's own constants. */
const redemptionBounds = {
  maxExitFeeSplitToTreasuryInBps: 10_000n,
  maxExitFeeInBps: 10_000n,
  maxLowWatermarkInBpsOfTvl: 10_000n,
  stalePriceWindow: day + 3_600n,
  maxPriceThreshold: 10n ** 16n,
};

function redemptionParts(at: EtherfiContracts) {
  return {
    liquidityPool: at.liquidityPool,
    eEth: at.eETH,
    weEth: at.weETH,
    treasury: devnetAccounts.marketMaker.address,
    etherFiRestaker: at.restaker,
    blacklister: at.blacklister,
    stEthPriceFeed: at.feed,
  };
}

function price(): Hex {
  return encodeFunctionData({ abi: setup, functionName: "transmit", args: [10n ** 18n] });
}

function bounds({ stETH }: EtherfiContracts, { ether, stEth }: EtherfiSettings): Hex {
  const of = <Field extends keyof RedemptionSettings>(field: Field) => [ether[field], stEth[field]];
  return encodeFunctionData({
    abi: setup,
    functionName: "initializeTokenParameters",
    args: [
      [etherToken, stETH],
      of("treasurySplitBps"),
      of("exitFeeBps"),
      of("lowWatermarkBps"),
      of("bucket"),
      of("refill"),
    ],
  });
}
