import {
  adapters,
  type ChainSource,
  createPinnedReader,
  createSource,
  type Deployment,
  loadDeployment,
  pinBlock,
  readTicketEvents,
} from "@ballast/adapters";
import {
  type AccountRef,
  address,
  blockNumber,
  type Claim,
  type InnerCall,
  sourceId,
  type TicketReading,
  venueId,
  type WithdrawalRequest,
} from "@ballast/core";
import { deployEtherfi, devnetAccounts, type EmptyChain, startEmptyChain } from "@ballast/devnet";
import { type Abi, type Address, encodeFunctionData, type Hex, parseAbi, toHex, zeroAddress } from "viem";

const ETH = 10n ** 18n;
const operator = devnetAccounts.operator.address;
const proxyAdmin = devnetAccounts.reporter.address;
const account: AccountRef = { rail: "safe", chainId: 31337n, address: address(`0x${"5a".repeat(20)}`) };
const abi = parseAbi([
  "function initialize(address admin)",
  "function resume()",
  "function submit(address referral) payable returns (uint256)",
  "function approve(address spender, uint256 amount) returns (bool)",
  "function wrap(uint256 amount) returns (uint256)",
  "function deposit() payable returns (uint256)",
  "function rebaseTo(uint256 pooled)",
  "function rebase(int128 accruedRewards, uint128 protocolFees)",
  "function fundValidators(uint128 amount)",
  "function prefinalize(uint256[] batches, uint256 maxShareRate) view returns (uint256 ethToLock, uint256 sharesToBurn)",
  "function finalize(uint256 last, uint256 maxShareRate) payable",
  "function finalizeRequests(uint256 last)",
  "function addEthAmountLockedForWithdrawal(uint128 amount)",
  "function claimWithdraw(uint256 tokenId)",
  "function invalidateRequest(uint256 requestId)",
  "function pause()",
  "function blacklistUser(address user)",
]) satisfies Abi;

/** Answers every call with the value by which a token receiver accepts an NFT, and takes ether: as far as a Safe with its handler goes here. */
const RECEIVER: Hex = "0x63150b7a0260e01b60005260206000f3";

type Step = {
  readonly to: Address;
  readonly fn: string;
  readonly args?: readonly unknown[];
  readonly value?: bigint;
  readonly from?: Address;
};

const stepOf = ({ to, fn, args = [], value = 0n, from = operator }: Step) => ({
  what: fn,
  from,
  to,
  value,
  gas: 10_000_000n,
  data: encodeFunctionData({ abi: abi as Abi, functionName: fn, args: [...args] }),
});

async function deployLido(empty: EmptyChain) {
  const behindProxy = (implementation: Address, setup: Hex) =>
    empty.deploy("UpgradeableProxy", [implementation, proxyAdmin, setup]);
  const stETH = await behindProxy(await empty.deploy("StETH"), "0x");
  const wstETH = await empty.deploy("WstETH", [stETH]);
  const setup = encodeFunctionData({ abi, functionName: "initialize", args: [operator] });
  const withdrawalQueue = await behindProxy(await empty.deploy("WithdrawalQueue", [wstETH]), setup);
  return { stETH, wstETH, withdrawalQueue };
}

const terms = {
  treasurySplitBps: 1_000,
  exitFeeBps: 30,
  lowWatermarkBps: 100,
  bucket: 1_000n * ETH,
  refill: ETH,
};

async function deployEther(empty: EmptyChain) {
  const settings = { minWithdraw: ETH / 1_000n, maxWithdraw: 1_000n * ETH, ether: terms, stEth: terms };
  const { liquidityPool, eETH, weETH, withdrawRequestNFT, redemptionManager, adapter, blacklister } =
    await deployEtherfi(empty, settings);
  const withdrawAdapter = adapter;
  return { liquidityPool, eETH, weETH, withdrawRequestNFT, redemptionManager, withdrawAdapter, blacklister };
}

const cited = (contracts: Readonly<Record<string, Address>>) =>
  Object.fromEntries(
    Object.entries(contracts).map(([name, at]) => [
      name,
      { address: address(at.toLowerCase()), citation: "this test" },
    ]),
  );

type Addresses = {
  readonly lido: Awaited<ReturnType<typeof deployLido>>;
  readonly etherfi: Awaited<ReturnType<typeof deployEther>>;
};

function deploymentOf({ lido, etherfi }: Addresses, multicall: Address): Deployment {
  const devnet = loadDeployment("devnet");
  const tokens: Readonly<Record<string, Address>> = { ...lido, ...etherfi };
  const assets = devnet.assets.map((asset) => {
    const own = tokens[asset.id];
    return own === undefined ? asset : { ...asset, address: address(own.toLowerCase()) };
  });
  const venues = { [venueId("lido")]: cited(lido), [venueId("etherfi")]: cited(etherfi) };
  return { ...devnet, multicall: address(multicall.toLowerCase()), assets, venues };
}

/** Gives the account 100 of each staked token, wrapped, behind a pool of 1,000. */
async function fund(empty: EmptyChain, { lido, etherfi }: Addresses): Promise<void> {
  const from = account.address;
  await empty.chain.rpc("anvil_setCode", from, RECEIVER);
  await empty.chain.rpc("anvil_setBalance", from, toHex(1_000_000n * ETH));
  await empty.chain.rpc("anvil_impersonateAccount", from);
  const { stETH, wstETH, withdrawalQueue } = lido;
  const { liquidityPool, eETH, weETH } = etherfi;
  const wrapped = (token: Address, wrapper: Address): Step[] => [
    { from, to: token, fn: "approve", args: [wrapper, 2n ** 255n] },
    { from, to: wrapper, fn: "wrap", args: [100n * ETH] },
  ];
  const steps: Step[] = [
    { to: stETH, fn: "submit", args: [zeroAddress], value: 900n * ETH },
    { from, to: stETH, fn: "submit", args: [zeroAddress], value: 101n * ETH },
    { to: withdrawalQueue, fn: "resume" },
    ...wrapped(stETH, wstETH),
    { to: liquidityPool, fn: "deposit", value: 900n * ETH },
    { from, to: liquidityPool, fn: "deposit", value: 101n * ETH },
    ...wrapped(eETH, weETH),
  ];
  for (const step of steps) await empty.run([stepOf(step)]);
}

function adapterOf(venue: string) {
  const adapter = adapters.find(({ id }) => id === venue);
  if (adapter === undefined) throw new TypeError(`no adapter ${venue}`);
  return adapter;
}

const claimOf = ({ ticket, position, venue, pays, claim }: TicketReading): Claim => ({
  ticket,
  position,
  venue,
  receive: pays.map(({ asset, payout }) => ({ asset, expected: payout, atLeast: payout })),
  order: claim,
});

type Reading = { readonly source: ChainSource; readonly deployment: Deployment };

async function eventsOf(head: bigint, { source, deployment }: Reading) {
  const range = { fromBlock: blockNumber(0n), toBlock: blockNumber(head) };
  return readTicketEvents({ source, deployment, accounts: [account], ...range });
}

/** What an adapter says of the account, whose open tickets come from the log. */
async function readVenue(venue: string, { source, deployment }: Reading) {
  const { block } = await pinBlock({
    chainId: 31337n,
    sources: [source],
    lagRetries: 0,
    pause: () => Promise.resolve(),
    maxLag: 0n,
  });
  const events = await eventsOf(block.number, { source, deployment });
  const openTickets = events
    .filter(({ kind }) => kind === "requested")
    .map(({ ticket }) => ({ account: account.address, ticket }));
  const reader = createPinnedReader({ source, block, multicall: deployment.multicall });
  const reading = await adapterOf(venue).read({ reader, deployment, accounts: [account], openTickets });
  const [own] = reading.accounts;
  if (own === undefined) throw new TypeError("the account was not read");
  return { ...reading, ...own, missing: [...reading.missing, ...own.missing] };
}

function actorsOn({ chain, run }: EmptyChain) {
  return {
    etherOf: (at: Address) => chain.reader.getBalance({ address: at }),
    /** Mines a block for each step. */
    act: async (...steps: readonly Step[]) => {
      for (const step of steps) await run([stepOf(step)]);
    },
    /** As the owners would, but call by call. */
    send: async (calls: readonly InnerCall[]) => {
      for (const [index, { to, data, value }] of calls.entries())
        await run([{ what: `call ${index}`, from: account.address, to, data, value }]);
    },
    view: (to: Address, { fn, args = [] }: { fn: string; args?: readonly unknown[] }) =>
      chain.reader.readContract({ address: to, abi: abi as Abi, functionName: fn, args: [...args] }),
  };
}

/** Lido and ether.fi alone on a chain, and an account that the adapters read for and act for. */
export async function openWithdrawalChain() {
  const empty = await startEmptyChain();
  const multicall = await empty.deploy("Aggregator");
  const addresses = { lido: await deployLido(empty), etherfi: await deployEther(empty) };
  const deployment = deploymentOf(addresses, multicall);
  await fund(empty, addresses);
  const source = createSource({ id: sourceId("rpc-1"), url: empty.chain.url, timeoutMs: 10_000 });
  const reading = { source, deployment };
  return {
    ...addresses,
    ...actorsOn(empty),
    account,
    stop: empty.stop,
    events: async () => eventsOf(await empty.chain.reader.getBlockNumber(), reading),
    read: (venue: string) => readVenue(venue, reading),
    encodeRequest: (request: WithdrawalRequest) =>
      adapterOf(request.venue).encodeRequest({ request, account, deployment }),
    encodeClaims: (tickets: readonly TicketReading[]) =>
      adapterOf(tickets[0]?.venue ?? "").encodeClaims({ claims: tickets.map(claimOf), account, deployment }),
  };
}
