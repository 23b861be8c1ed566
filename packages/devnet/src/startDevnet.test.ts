import { statSync } from "node:fs";
import {
  type Address,
  createPublicClient,
  encodeFunctionData,
  formatEther,
  type Hex,
  http,
  keccak256,
  parseAbi,
  parseEther,
} from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  erc20Abi,
  feedAbi,
  poolAbi,
  quoterAbi,
  routerAbi,
  safeAbi,
  uniswapFactoryAbi,
  weEthAbi,
  wstEthAbi,
} from "./abis.ts";
import { devnetAccounts } from "./accounts.ts";
import { type Chain, connectChain } from "./chain/chain.ts";
import { devnetFeeds } from "./deploy/feeds.ts";
import { operatorAddresses } from "./deploy/operatorDeployments.ts";
import { devnetPools } from "./deploy/pools.ts";
import { safeContracts } from "./deploy/safeContracts.ts";
import { treasurySafes } from "./deploy/treasurySafes.ts";
import { OptionError } from "./errors.ts";
import { poolPriceWadDown } from "./market/sqrtPrice.ts";
import type { Devnet } from "./node/devnet.ts";
import { startDevnet } from "./startDevnet.ts";

const wad = 10n ** 18n;
const day = 86_400n;
/** History ends so long ago that the tests can mine an hour without waiting for it. */
const secondsAgo = 4_000;
let devnet: Devnet;
let chain: Chain;

beforeAll(async () => {
  devnet = await startDevnet({ mining: "manual", historyEndSecondsAgo: secondsAgo });
  chain = connectChain(devnet.rpcUrls[0]);
});
afterAll(() => devnet.stop());

const head = () => chain.reader.getBlock();
const rate = (token: "wstETH" | "weETH", blockNumber?: bigint) => {
  const at = blockNumber === undefined ? {} : { blockNumber };
  return token === "wstETH"
    ? chain.reader.readContract({
        address: operatorAddresses.wstETH,
        abi: wstEthAbi,
        functionName: "stEthPerToken",
        ...at,
      })
    : chain.reader.readContract({
        address: operatorAddresses.weETH,
        abi: weEthAbi,
        functionName: "getRate",
        ...at,
      });
};
const balance = (token: Address, account: Address) =>
  chain.reader.readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [account] });
const round = async (address: Address) => {
  const [roundId, answer, , updatedAt] = await chain.reader.readContract({
    address,
    abi: feedAbi,
    functionName: "latestRoundData",
  });
  return { roundId, answer, updatedAt };
};
async function poolPrice(token: "wstETH" | "weETH"): Promise<bigint> {
  const pool = devnetPools[token];
  const [sqrtPriceX96] = await chain.reader.readContract({
    address: pool.address,
    abi: poolAbi,
    functionName: "slot0",
  });
  return poolPriceWadDown(sqrtPriceX96, pool.token0 === pool.tokenAddress);
}
async function distanceBps(token: "wstETH" | "weETH"): Promise<bigint> {
  const [price, accounting] = [await poolPrice(token), await rate(token)];
  return ((price - accounting) * 10_000n) / accounting;
}
async function mine(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await devnet.mineBlock();
}
/** Growth over the blocks since, as basis points a year. */
async function measuredAprBps(
  token: "wstETH" | "weETH",
  since: { number: bigint; timestamp: bigint },
): Promise<bigint> {
  const { timestamp } = await head();
  const [then, now] = [await rate(token, since.number), await rate(token)];
  return ((now - then) * 10_000n * 365n * day) / (then * (timestamp - since.timestamp));
}

describe("the chain", () => {
  test("both endpoints are the same node", async () => {
    const second = createPublicClient({ transport: http(devnet.rpcUrls[1]) });
    expect(await second.getChainId()).toBe(31337);
    expect((await second.getBlock({ blockNumber: 1n })).hash).toBe(devnet.block1Hash);
    expect(new Set(devnet.rpcUrls.map((url) => new URL(url).hostname))).toEqual(new Set(["127.0.0.1"]));
  });

  test("a page on another port may read it, as a wallet does", async () => {
    const headers = { origin: "http://127.0.0.1:3000", "content-type": "application/json" };
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
    const reply = await fetch(devnet.rpcUrls[1], { method: "POST", headers, body });
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("thirty days lie behind the first block that a keeper sees, and none ahead of the clock", async () => {
    const [first, last] = [await chain.reader.getBlock({ blockNumber: 1n }), await head()];
    expect(last.timestamp - first.timestamp).toBeGreaterThanOrEqual(30n * day);
    expect(Number(last.timestamp)).toBeLessThanOrEqual(Date.now() / 1000);
  });

  test("the proposer's key is readable by its user alone", () => {
    expect(statSync(devnet.proposerKeyFile).mode & 0o777).toBe(0o600);
  });

  test("a block ahead of the wall clock, or behind the head, is refused", async () => {
    const { timestamp } = await head();
    await expect(devnet.mineBlock(Math.floor(Date.now() / 1000) + 60)).rejects.toThrow(OptionError);
    await expect(devnet.mineBlock(Number(timestamp))).rejects.toThrow(OptionError);
  });
});

describe("the contracts", () => {
  test.each(Object.entries(safeContracts))(
    "Safe's %s stands at its canonical address with its canonical code",
    async (_, { address, codeHash }) => {
      expect(keccak256((await chain.reader.getCode({ address })) ?? "0x")).toBe(codeHash);
    },
  );

  test.each(treasurySafes)("$name is a 2-of-3 Safe of the three owners", async ({ address }) => {
    const read = { address, abi: safeAbi } as const;
    expect(await chain.reader.readContract({ ...read, functionName: "getThreshold" })).toBe(2n);
    expect(await chain.reader.readContract({ ...read, functionName: "getOwners" })).toEqual(
      devnetAccounts.owners.map((owner) => owner.address),
    );
    const version = await chain.reader.readContract({
      address,
      abi: parseAbi(["function VERSION() view returns (string)"]),
      functionName: "VERSION",
    });
    expect(version).toBe("1.4.1");
    const handlerSlot = "0x6c9a6c4a39284e37ed1cf53d337577d14212a4870fb976a4366c693b939918d5";
    const handler = await chain.reader.getStorageAt({ address, slot: handlerSlot });
    expect(BigInt(handler ?? 0)).toBe(BigInt(safeContracts.fallbackHandler.address));
  });

  test.each([
    { safe: treasurySafes[0], least: 890, most: 910 },
    { safe: treasurySafes[1], least: 335, most: 345 },
  ])(
    "the tokens of $safe.name are worth about what they began with, and some yield",
    async ({ safe, least, most }) => {
      const wstEth = ((await balance(operatorAddresses.wstETH, safe.address)) * (await rate("wstETH"))) / wad;
      const weEth = ((await balance(operatorAddresses.weETH, safe.address)) * (await rate("weETH"))) / wad;
      const worth = Number(
        formatEther(wstEth + weEth + (await balance(operatorAddresses.weth, safe.address))),
      );
      expect(worth).toBeGreaterThan(least);
      expect(worth).toBeLessThan(most);
      expect(wstEth).toBeGreaterThan(safe.holdings.wstETH);
      expect(weEth).toBeGreaterThan(safe.holdings.weETH);
    },
  );

  test.each(Object.values(devnetPools))(
    "the $token pool is where the deployment says",
    async ({ token0, token1, fee, address }) => {
      const args = [token0, token1, fee] as const;
      const found = await chain.reader.readContract({
        address: operatorAddresses.uniswapFactory,
        abi: uniswapFactoryAbi,
        functionName: "getPool",
        args,
      });
      expect(found).toBe(address);
    },
  );

  test.each(["wstETH", "weETH"] as const)(
    "selling 100 ETH of %s costs 5 to 10 bps beyond the fee",
    async (token) => {
      await mine(1);
      const amountIn = (100n * wad * wad) / (await rate(token));
      const { tokenAddress, fee } = devnetPools[token];
      const params = {
        tokenIn: tokenAddress,
        tokenOut: operatorAddresses.weth,
        amountIn,
        fee,
        sqrtPriceLimitX96: 0n,
      };
      const quote = await chain.reader.simulateContract({
        address: operatorAddresses.quoter,
        abi: quoterAbi,
        functionName: "quoteExactInputSingle",
        args: [params],
      });
      const beforeFee = (quote.result[0] * 1_000_000n) / (1_000_000n - BigInt(fee));
      const costBps = ((100n * wad - beforeFee) * 10_000n) / (100n * wad);
      expect(costBps).toBeGreaterThanOrEqual(5n);
      expect(costBps).toBeLessThan(10n);
    },
  );

  test("the deadline checker passes before a deadline and reverts after it", async () => {
    const abi = parseAbi(["function multicall(uint256 deadline, bytes[] data) payable returns (bytes[])"]);
    const { timestamp } = await head();
    const check = (deadline: bigint) =>
      chain.reader.simulateContract({
        address: operatorAddresses.router,
        abi,
        functionName: "multicall",
        args: [deadline, []],
      });
    expect((await check(timestamp + 60n)).result).toEqual([]);
    await expect(check(timestamp - 1n)).rejects.toThrow("Transaction too old");
  });
});

describe("the present", () => {
  test("yields are what the protocols pay", async () => {
    const since = await head();
    await mine(30);
    expect(await measuredAprBps("wstETH", since)).toBeOneOf([289n, 290n]);
    expect(await measuredAprBps("weETH", since)).toBeOneOf([309n, 310n]);
  });

  test("no feed is ever older than its heartbeat, and their histories are long", async () => {
    for (let i = 0; i < 40; i += 1) {
      await devnet.mineBlock();
      const { timestamp } = await head();
      for (const feed of Object.values(devnetFeeds)) {
        const { updatedAt } = await round(feed.address);
        expect(Number(timestamp - updatedAt)).toBeLessThanOrEqual(feed.heartbeatSeconds);
      }
    }
    for (const { address } of Object.values(devnetFeeds))
      expect((await round(address)).roundId).toBeGreaterThan(200n);
  });

  test("the market maker brings a pool back that somebody has moved", async () => {
    const owner = devnetAccounts.owners[0].address;
    const amountIn = parseEther("200");
    const params = {
      tokenIn: operatorAddresses.weth,
      tokenOut: operatorAddresses.wstETH,
      fee: 100,
      recipient: owner,
      amountIn,
      amountOutMinimum: 0n,
      sqrtPriceLimitX96: 0n,
    };
    const data = encodeFunctionData({ abi: routerAbi, functionName: "exactInputSingle", args: [params] });
    await chain.send({
      what: "buy wstETH",
      from: owner,
      to: operatorAddresses.router,
      data,
      value: amountIn,
      gas: 500_000n,
    });
    await mine(1);
    expect(await distanceBps("wstETH")).toBeGreaterThan(10n);
    await mine(1);
    expect(await distanceBps("wstETH")).toBeLessThanOrEqual(2n);
  });

  test("a state of 15 minutes ago is readable", async () => {
    const { number } = await head();
    const now = await rate("weETH");
    await mine(225);
    expect(await rate("weETH", number)).toBe(now);
  });
});

describe("scenarios", () => {
  test("yield-shift: within 60 s a 10-minute window shows a clear difference", async () => {
    await mine(150);
    const since = await head();
    await mine(135);
    const shift = await devnet.runScenario("yield-shift");
    expect(shift.transactions).toHaveLength(1);
    await mine(14);
    const { timestamp } = await head();
    expect(timestamp - since.timestamp).toBe(600n);
    expect(await measuredAprBps("wstETH", since)).toBeOneOf([289n, 290n]);
    // 540 s at 3.1 % and 60 s, less the block of the change, at 60 %.
    expect(Number(await measuredAprBps("weETH", since))).toBeGreaterThan(800);
    await devnet.runScenario("calm");
    const calmSince = await head();
    await mine(10);
    expect(await measuredAprBps("weETH", calmSince)).toBeOneOf([309n, 310n]);
  });

  test("yield-shift takes the yield as a parameter", async () => {
    await devnet.runScenario("yield-shift", { aprBps: "1500" });
    const since = await head();
    await mine(5);
    expect(await measuredAprBps("weETH", since)).toBeOneOf([1_499n, 1_500n]);
    await devnet.runScenario("calm");
  });

  test("gas-spike: an offer below the base fee does not go through until it is over", async () => {
    const from = devnetAccounts.owners[1].address;
    const fees = { maxFeePerGas: "0x2540be400", maxPriorityFeePerGas: "0x0" };
    const offer = () =>
      chain.rpc<Hex>("eth_sendTransaction", { from, to: from, value: "0x1", gas: "0x5208", ...fees });
    const caught = await offer();
    await devnet.runScenario("gas-spike", { baseFeeGwei: 400, minutes: 1 });
    expect(await chain.rpc("eth_getTransactionReceipt", caught)).toBeNull();
    await expect(offer()).rejects.toThrow("max fee per gas less than block base fee");
    await mine(10);
    expect((await head()).baseFeePerGas).toBe(400n * 10n ** 9n);
    await mine(7);
    expect((await head()).baseFeePerGas).toBe(10n ** 9n);
    const after = await offer();
    await mine(1);
    expect(await chain.rpc("eth_getTransactionReceipt", after)).toMatchObject({ status: "0x1" });
  });

  test("market-depeg: the price falls by real swaps, the feed shows it, the rate does not move", async () => {
    const since = await head();
    const result = await devnet.runScenario("market-depeg", { bps: 300 });
    expect(result.transactions).toHaveLength(1);
    expect(await distanceBps("weETH")).toBeOneOf([-301n, -300n, -299n]);
    await mine(5);
    expect(await distanceBps("weETH")).toBeOneOf([-301n, -300n, -299n]);
    const { answer } = await round(devnetFeeds.weEthEth.address);
    expect(((answer - (await rate("weETH"))) * 10_000n) / (await rate("weETH"))).toBeOneOf([
      -301n,
      -300n,
      -299n,
    ]);
    expect(await measuredAprBps("weETH", since)).toBeOneOf([309n, 310n]);
    await devnet.runScenario("calm");
    expect(await distanceBps("weETH")).toBeOneOf([-1n, 0n, 1n]);
    await mine(1);
    const calmed = await round(devnetFeeds.weEthEth.address);
    expect(((calmed.answer - (await rate("weETH"))) * 10_000n) / (await rate("weETH"))).toBeOneOf([
      -1n,
      0n,
      1n,
    ]);
  });

  test.each([
    {
      name: "rug-pull",
      parameters: {},
      message:
        'scenario is "rug-pull", but must be one of calm, yield-shift, gas-spike, market-depeg, slash, operator-reallocates, force-undelegate, backing-loss, finalize-withdrawals, pause, upgrade, tvl-drain, oracle-stale.',
    },
    { name: "yield-shift", parameters: { apr: 1 }, message: "apr is 1, but must be one of aprBps." },
    {
      name: "yield-shift",
      parameters: { aprBps: 50_001 },
      message: "aprBps is 50001, but must be an integer from 0 to 50000.",
    },
    {
      name: "market-depeg",
      parameters: { bps: "2.5" },
      message: 'bps is "2.5", but must be an integer from 1 to 800.',
    },
    {
      name: "calm",
      parameters: { now: true },
      message: "now is true, but must be left out: this scenario takes no parameters.",
    },
  ])("$name with $parameters is refused, and nothing happens", async ({ name, parameters, message }) => {
    const { number } = await head();
    await expect(devnet.runScenario(name, parameters)).rejects.toThrow(message);
    expect((await head()).number).toBe(number);
  });
});
