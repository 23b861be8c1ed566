import type { Address, AssetId, Hash32, RouteId, Seconds, VenueId } from "@ballast/core";

/** A contract with where its address is documented. */
export type CitedContract = { readonly address: Address; readonly citation: string };

/** A contract whose deployed code is known by its keccak256. */
export type HashedContract = { readonly address: Address; readonly codeHash: Hash32 };

/** The contracts of one Safe version that accounts of this chain use. */
export type SafeContracts = {
  readonly safe: HashedContract;
  readonly safeL2: HashedContract;
  readonly proxyFactory: HashedContract;
  readonly multiSend: HashedContract;
  readonly multiSendCallOnly: HashedContract;
  readonly fallbackHandler: HashedContract;
  readonly signMessageLib: HashedContract;
  readonly createCall: HashedContract;
  readonly simulateTxAccessor: HashedContract;
};

/** A token of the chain. The chain's own coin (`ETH`) has no contract and is not listed. */
export type DeployedAsset = {
  readonly id: AssetId;
  readonly address: Address;
  readonly decimals: bigint;
  readonly symbol: string;
  readonly name: string;
};

/** A Chainlink-shaped price feed. */
export type DeployedFeed = {
  readonly id: string;
  readonly address: Address;
  readonly decimals: bigint;
  /** Longest time between two updates that the feed's operator promises. */
  readonly heartbeat: Seconds;
};

/** A pool; `fee` in hundredths of a basis point, as Uniswap counts it. */
export type DeployedPool = {
  readonly tokenA: AssetId;
  readonly tokenB: AssetId;
  readonly fee: bigint;
  readonly address: Address;
};

export type DeployedRoute = {
  readonly router: Address;
  readonly quoter: Address;
  readonly factory: Address;
  readonly pools: readonly DeployedPool[];
};

/**
 * Where everything is on one chain, as read from a file of schema `ballast/deployment/1`. The only place that
 * holds addresses; all of them lower-case.
 */
export type Deployment = {
  readonly schema: "ballast/deployment/1";
  readonly name: string;
  readonly chainId: bigint;
  /** Absent when one file serves chains that differ in their genesis. */
  readonly genesisHash?: Hash32;
  readonly safe: { readonly version: string; readonly contracts: SafeContracts };
  readonly multicall: Address;
  /** SwapRouter02 or another contract with `multicall(uint256 deadline, bytes[] data)`. */
  readonly deadlineChecker: Address;
  readonly assets: readonly DeployedAsset[];
  readonly venues: Readonly<Record<VenueId, Readonly<Record<string, CitedContract>>>>;
  readonly feeds: readonly DeployedFeed[];
  readonly routes: Readonly<Record<RouteId, DeployedRoute>>;
  /** Where other addresses of the file are documented: path in the file → source. */
  readonly citations: Readonly<Record<string, string>>;
};
