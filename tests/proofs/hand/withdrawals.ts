import { type Deployment, loadDeployment } from "@ballast/adapters";
import {
  type AccountRef,
  type Address,
  assetId,
  baseUnits,
  blockNumber,
  type Claim,
  type ClaimOrder,
  type ExitReading,
  type Plan,
  positionId,
  rawAmount,
  type Snapshot,
  seconds,
  ticketId,
  unixSeconds,
  venueId,
  type WithdrawalRequest,
  wad,
} from "@ballast/core";
import { encodeAbiParameters, keccak256, parseAbiParameters } from "viem";
import type { Contracts } from "./venueCalls.ts";

/** A treasury with tickets and positions at all three venues, written by hand: no chain is asked. */

const at = (digits: string) => `0x${digits.repeat(20)}` as Address;
const ETHER = 10n ** 18n;
const SOURCE = { kind: "header", field: "number" } as const;
export const ACCOUNT: AccountRef = { rail: "safe", chainId: 31337n, address: at("5a") };
export const BLOCK = {
  chainId: 31337n,
  number: blockNumber(5_000n),
  hash: `0x${"b1".repeat(32)}` as const,
  timestamp: unixSeconds(1_800_000_000n),
};
export const OWNERS = [at("01"), at("02"), at("03")];

const devnet = loadDeployment("devnet");
const STETH = at("e4");
const STRATEGY = at("d2");
const OPERATOR = at("0b");
const named = {
  delegationManager: at("d1"),
  withdrawAdapter: at("d3"),
  withdrawRequestNFT: at("d4"),
  withdrawalQueue: at("d5"),
};
const cited = (contracts: Readonly<Record<string, Address>>) =>
  Object.fromEntries(
    Object.entries(contracts).map(([name, address]) => [name, { address, citation: "written by hand" }]),
  );
const { withdrawAdapter, withdrawRequestNFT, withdrawalQueue, delegationManager } = named;

/** The devnet's tokens, Safe contracts and routes, with venues that can be asked for withdrawals. */
export const DEPLOYMENT: Deployment = {
  ...devnet,
  assets: [
    ...devnet.assets.filter(({ id }) => id !== assetId("stETH")),
    { id: assetId("stETH"), address: STETH, decimals: 18n, symbol: "stETH", name: "stETH" },
  ],
  venues: {
    [venueId("eigenlayer")]: cited({ delegationManager, stETHStrategy: STRATEGY }),
    [venueId("etherfi")]: cited({ withdrawAdapter, withdrawRequestNFT }),
    [venueId("lido")]: cited({ withdrawalQueue }),
  },
};

const tokenOf = (id: string): Address => {
  const token = devnet.assets.find((asset) => asset.id === assetId(id));
  if (token === undefined) throw new Error(`the devnet has no ${id}`);
  return token.address;
};
export const CONTRACTS: Contracts = {
  ...named,
  safe: ACCOUNT.address,
  weETH: tokenOf("weETH"),
  wstETH: tokenOf("wstETH"),
};

const STETH_POSITION = positionId(`eigenlayer:stETH@${OPERATOR}`);
const WEETH_POSITION = positionId("etherfi:weETH");
const WSTETH_POSITION = positionId("lido:wstETH");

const WITHDRAWAL = parseAbiParameters([
  "Withdrawal withdrawal",
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
]);

type Pays = { readonly from: Claim["position"]; readonly asset: string; readonly amount: bigint };
const claim = (ticket: string, { from, asset, amount }: Pays, order: ClaimOrder): Claim => ({
  ticket: ticketId(ticket),
  position: from,
  venue: venueId(ticket.split(":")[0] ?? ""),
  receive: [{ asset: assetId(asset), expected: rawAmount(amount), atLeast: rawAmount(amount) }],
  order,
});

function completion(nonce: bigint): Claim {
  const withdrawal = {
    staker: ACCOUNT.address,
    delegatedTo: OPERATOR,
    withdrawer: ACCOUNT.address,
    nonce,
    startBlock: blockNumber(4_000n + nonce),
    strategies: [STRATEGY],
    scaledShares: [(nonce + 1n) * ETHER],
  };
  const encoded = encodeAbiParameters(WITHDRAWAL, [
    { ...withdrawal, startBlock: Number(withdrawal.startBlock) },
  ]);
  const pays = { from: STETH_POSITION, asset: "stETH", amount: ETHER };
  return claim(`eigenlayer:${keccak256(encoded)}`, pays, {
    kind: "eigenlayer-withdrawal",
    withdrawal,
    tokens: [STETH],
  });
}

const CLAIMS: readonly Claim[] = [
  ...[0n, 1n].map(completion),
  ...[7n, 11n].map((requestId) =>
    claim(
      `etherfi:${requestId}`,
      { from: WEETH_POSITION, asset: "ETH", amount: ETHER },
      { kind: "etherfi-request", requestId },
    ),
  ),
  ...[9n, 10n].map((requestId) =>
    claim(
      `lido:${requestId}`,
      { from: WSTETH_POSITION, asset: "ETH", amount: ETHER },
      { kind: "lido-request", requestId, hint: 2n },
    ),
  ),
].toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1));

type Asks = Pick<WithdrawalRequest, "position" | "order"> & {
  readonly asset: string;
  readonly amount: bigint;
};
const request = ({ position, order, asset, amount }: Asks): WithdrawalRequest => ({
  position,
  venue: venueId(position.split(":")[0] ?? ""),
  spend: { asset: assetId(asset), amount: rawAmount(amount) },
  expected: { asset: assetId(asset === "EL-stETH" ? "stETH" : "ETH"), amount: rawAmount(amount) },
  delay: null,
  order,
  limitedBy: "band",
});
const amounts = [rawAmount(3n * ETHER), rawAmount(2n * ETHER)];

/** 40 of 50 withdrawable shares, which 80 of the 100 deposited ones are. */
export const PLAN: Plan = {
  schema: "ballast/plan/1",
  account: ACCOUNT,
  purpose: "rebalance",
  claims: CLAIMS,
  actions: [],
  requests: [
    request({
      position: STETH_POSITION,
      asset: "EL-stETH",
      amount: 40n * ETHER,
      order: { kind: "eigenlayer-queue", strategy: STRATEGY, depositShares: 80n * ETHER },
    }),
    request({
      position: WEETH_POSITION,
      asset: "weETH",
      amount: 5n * ETHER,
      order: { kind: "etherfi-queue", amounts },
    }),
    request({
      position: WSTETH_POSITION,
      asset: "wstETH",
      amount: 5n * ETHER,
      order: { kind: "lido-queue", amounts },
    }),
  ],
  expected: [
    { asset: assetId("ETH"), atLeast: 4n * ETHER, atMost: 4n * ETHER },
    { asset: assetId("stETH"), atLeast: 2n * ETHER, atMost: 2n * ETHER },
    { asset: assetId("weETH"), atLeast: -5n * ETHER, atMost: -5n * ETHER },
    { asset: assetId("wstETH"), atLeast: -5n * ETHER, atMost: -5n * ETHER },
  ],
  figures: {
    turnover: baseUnits(0n),
    tradingCost: baseUnits(0n),
    gasCost: baseUnits(0n),
    cost: baseUnits(0n),
    grossGain: 0n,
    netGain: 0n,
    horizon: seconds(1n),
    payback: null,
    yieldBefore: wad(0n),
    yieldAfter: wad(0n),
    worstLoss: baseUnits(0n),
  },
  deadline: unixSeconds(BLOCK.timestamp + 600n),
};

/** The same treasury leaving its operator, with everything that is delegated. */
export const LEAVING: Plan = {
  ...PLAN,
  requests: [
    request({
      position: STETH_POSITION,
      asset: "EL-stETH",
      amount: 50n * ETHER,
      order: { kind: "eigenlayer-undelegate", operator: OPERATOR },
    }),
    ...PLAN.requests.slice(1),
  ],
};

const exitTerms = { kind: "eigenlayer-queue", strategy: STRATEGY, operator: OPERATOR } as const;
const position = (id: Claim["position"], asset: string, amount: bigint) => ({
  position: id,
  venue: venueId(id.split(":")[0] ?? ""),
  asset: assetId(asset),
  amount: rawAmount(amount),
  value: baseUnits(amount),
  source: SOURCE,
});

export const SNAPSHOT: Snapshot = {
  schema: "ballast/snapshot/1",
  account: ACCOUNT,
  baseAsset: assetId("ETH"),
  block: BLOCK,
  safe: {
    version: DEPLOYMENT.safe.version,
    singleton: DEPLOYMENT.safe.contracts.safe.address,
    nonce: 3n,
    threshold: 2n,
    owners: OWNERS,
    modules: [],
    guard: at("00"),
    fallbackHandler: DEPLOYMENT.safe.contracts.fallbackHandler.address,
  },
  positions: [
    position(STETH_POSITION, "EL-stETH", 50n * ETHER),
    position(WEETH_POSITION, "weETH", 5n * ETHER),
    position(WSTETH_POSITION, "wstETH", 5n * ETHER),
  ],
  rates: [],
  feeds: [],
  tickets: CLAIMS.map(({ ticket, position: from, venue, receive, order }) => ({
    ticket,
    venue,
    position: from,
    pays: receive.map(({ asset, expected }) => ({ asset, promised: expected, payout: expected })),
    value: baseUnits(ETHER),
    state: "claimable",
    claimableFrom: null,
    ahead: null,
    requestedAt: null,
    stoppedBy: [],
    claim: order,
    source: SOURCE,
  })),
  exits: [
    {
      position: STETH_POSITION,
      terms: { ...exitTerms, depositShares: 100n * ETHER },
    } as unknown as ExitReading,
  ],
  figures: [],
  curves: [],
  gas: null,
  heads: [],
  disputes: [],
  flags: [],
  missing: [],
};
