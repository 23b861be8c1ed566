import {
  adapters,
  type Batch,
  buildBatch,
  type ChainSource,
  createPinnedReader,
  createSource,
  type Deployment,
  loadDeployment,
  type PinnedReader,
  pinBlock,
  readSweep,
  type SimulationRequest,
} from "@ballast/adapters";
import type {
  AccountRef,
  Action,
  Address,
  AssetId,
  BlockRef,
  Plan,
  PositionId,
  RateReading,
  RawAmount,
  RouteId,
  SafeState,
  SafeTransaction,
  Seconds,
  SourceId,
  UnixSeconds,
  VenueId,
} from "@ballast/core";
import { type Devnet, devnetAccounts, startDevnet, treasurySafes } from "@ballast/devnet";
import { createTestClient, createWalletClient, type Hex, http, publicActions } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { foundry } from "viem/chains";

const ETHER = 10n ** 18n;
const MINUTES = 60n;

/** A chain with the treasury's Safes on it, and what a test needs to act on them as their owners. */
export type Treasury = {
  readonly devnet: Devnet;
  readonly deployment: Deployment;
  readonly source: ChainSource;
  readonly account: AccountRef;
  readonly owners: readonly PrivateKeyAccount[];
  readonly client: ReturnType<typeof clientOf>;
  stop(): Promise<void>;
};

/** One pinned block and the Safe as it is there. */
export type Moment = {
  readonly block: BlockRef;
  readonly safe: SafeState;
  readonly rates: readonly RateReading[];
  readonly reader: PinnedReader;
};

const clientOf = (url: string) =>
  createTestClient({ chain: foundry, mode: "anvil", transport: http(url), cacheTime: 0 }).extend(
    publicActions,
  );

/** Starts a devnet that mines only when told. */
export async function openTreasury(): Promise<Treasury> {
  const devnet = await startDevnet({ historyDays: 0, mining: "manual", historyEndSecondsAgo: 3_600 });
  const [url] = devnet.rpcUrls;
  const [safe] = treasurySafes;
  return {
    devnet,
    deployment: loadDeployment("devnet"),
    source: createSource({ id: "rpc-1" as SourceId, url, timeoutMs: 20_000 }),
    account: { rail: "safe", chainId: 31337n, address: safe.address.toLowerCase() as Address },
    owners: devnetAccounts.owners.map(({ privateKey }) => privateKeyToAccount(privateKey)),
    client: clientOf(url),
    stop: devnet.stop,
  };
}

/** Reads the Safe at the newest block. */
export async function now({ source, deployment, account }: Treasury): Promise<Moment> {
  const pinned = await pinBlock({
    chainId: 31337n,
    sources: [source],
    lagRetries: 0,
    pause: async () => undefined,
    maxLag: 0n,
  });
  const sweep = await readSweep({ ...pinned, deployment, sources: [source], accounts: [account] });
  const [parts] = sweep.perAccount;
  if (!parts?.safe) throw new Error("the treasury's Safe could not be read");
  const reader = createPinnedReader({ source, block: pinned.block, multicall: deployment.multicall });
  return { block: pinned.block, safe: parts.safe, rates: parts.rates, reader };
}

/** Sells `ether` wstETH for WETH at no less than its rate minus half a percent, unless told another minimum. */
export function sale(
  { deployment, account }: Treasury,
  order: { at: Moment; ether: bigint; atLeast?: bigint },
): Plan {
  const { at, ether } = order;
  const rate = at.rates.find(({ asset }) => asset === "wstETH")?.rate ?? 0n;
  const pool = deployment.routes["uniswap-v3" as RouteId]?.pools.find((one) =>
    [one.tokenA, one.tokenB].includes("wstETH" as AssetId),
  );
  if (pool === undefined) throw new Error("the devnet has no wstETH pool");
  const spend = ether * ETHER;
  const atLeast = (order.atLeast ?? (spend * rate * 995n) / (1_000n * ETHER) + 1n) as RawAmount;
  const action: Action = {
    kind: "exit",
    position: "lido:wstETH" as PositionId,
    venue: "lido" as VenueId,
    route: "uniswap-v3" as RouteId,
    pool: pool.address,
    fee: pool.fee,
    spend: { asset: "wstETH" as AssetId, amount: spend as RawAmount },
    receive: { asset: "WETH" as AssetId, expected: atLeast, atLeast },
    limitedBy: "band",
  };
  const deadline = (at.block.timestamp + 30n * MINUTES) as UnixSeconds;
  const figures = {
    turnover: 0n,
    tradingCost: 0n,
    gasCost: 0n,
    cost: 0n,
    grossGain: 0n,
    worstLoss: 0n,
  } as Pick<Plan["figures"], "turnover" | "tradingCost" | "gasCost" | "cost" | "grossGain" | "worstLoss">;
  return {
    schema: "ballast/plan/1",
    account,
    purpose: "rebalance",
    claims: [],
    requests: [],
    actions: [action],
    expected: [],
    figures: {
      ...figures,
      netGain: 0n,
      horizon: 0n as Seconds,
      payback: null,
      yieldBefore: 0n as Plan["figures"]["yieldBefore"],
      yieldAfter: 0n as Plan["figures"]["yieldAfter"],
    },
    deadline,
  };
}

/** The plan as a batch at this nonce, encoded by the venues themselves. */
export async function batchOf(
  treasury: Treasury,
  order: { plan: Plan; at: Moment; nonce?: bigint },
): Promise<Batch> {
  const { account, deployment, source } = treasury;
  const { plan, at, nonce = at.safe.nonce } = order;
  const calls = plan.actions.flatMap((action) => {
    const adapter = adapters.find(({ id }) => id === action.venue);
    return adapter === undefined ? [] : adapter.encode({ action, account, deployment });
  });
  return buildBatch({
    calls,
    deadline: plan.deadline,
    account,
    nonce,
    deployment,
    safeVersion: at.safe.version,
    source,
  });
}

/** What `simulate` needs for a transaction of the treasury. */
export function simulationOf(
  { source, account, deployment }: Treasury,
  order: { plan: Plan | null; at: Moment; transaction: SafeTransaction },
): SimulationRequest {
  const { plan, at, transaction } = order;
  return { source, account, deployment, safe: at.safe, block: at.block, transaction, plan };
}

/** Sends a transaction as one of the owners and mines it. Its success is the caller's to judge. */
export async function send(
  { devnet, client, owners }: Treasury,
  transaction: { to: Address; data: Hex; from?: PrivateKeyAccount },
) {
  const [first] = owners;
  const account = transaction.from ?? first;
  if (account === undefined) throw new Error("the treasury has no owner");
  const wallet = createWalletClient({ account, chain: foundry, transport: http(devnet.rpcUrls[0]) });
  const { to, data } = transaction;
  const hash = await wallet.sendTransaction({ to, data, gas: 3_000_000n });
  await devnet.mineBlock();
  return client.getTransactionReceipt({ hash });
}
