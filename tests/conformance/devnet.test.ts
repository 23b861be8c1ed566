import {
  type ChainSource,
  checkChain,
  createSource,
  encodeActions,
  findBlockAtTime,
  loadDeployment,
  pinBlock,
  readBlocks,
  readHeaders,
  readSamples,
  readSweep,
  WrongChain,
} from "@ballast/adapters";
import {
  type AccountRef,
  type Action,
  address,
  assetId,
  blockNumber,
  type InnerCall,
  type Plan,
  positionId,
  rawAmount,
  routeId,
  sourceId,
  unixSeconds,
  venueId,
} from "@ballast/core";
import { type Devnet, startDevnet, treasurySafes } from "@ballast/devnet";
import { createPublicClient, createTestClient, createWalletClient, http, parseAbi, parseEther } from "viem";
import { foundry } from "viem/chains";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ABI = parseAbi([
  "function balanceOf(address) view returns (uint256)",
  "function allowance(address, address) view returns (uint256)",
  "function stEthPerToken() view returns (uint256)",
  "function getRate() view returns (uint256)",
  "function nonce() view returns (uint256)",
]);

const deployment = loadDeployment("devnet");
const route = routeId("uniswap-v3");
const accounts: readonly AccountRef[] = treasurySafes.map((safe) => ({
  rail: "safe",
  chainId: deployment.chainId,
  address: address(safe.address),
}));
const tokenOf = (id: string) => deployment.assets.find((asset) => asset.id === id)?.address ?? "0x";

let devnet: Devnet;
let sources: readonly ChainSource[];

beforeAll(async () => {
  devnet = await startDevnet({ mining: "manual", historyDays: 1 });
  sources = devnet.rpcUrls.map((url, index) =>
    createSource({ id: sourceId(`rpc-${index + 1}`), url, timeoutMs: 10_000 }),
  );
});

afterAll(async () => {
  await devnet.stop();
});

const chain = () => createPublicClient({ chain: foundry, transport: http(devnet.rpcUrls[0]), cacheTime: 0 });
const pin = (of = sources) =>
  pinBlock({
    chainId: deployment.chainId,
    sources: of,
    lagRetries: 0,
    pause: () => Promise.resolve(),
    maxLag: 0n,
  });

async function sweep(of = sources) {
  const pinned = await pin(of);
  return readSweep({ ...pinned, deployment, sources: of, accounts });
}

describe("a real chain", () => {
  it("proves itself, and is told from another", async () => {
    const [source] = sources;
    if (source === undefined) throw new Error("the devnet has no endpoint");
    const identity = await checkChain(source, deployment);
    expect(identity).toEqual({
      chainId: 31337n,
      genesisHash: devnet.genesisHash,
      firstBlockHash: devnet.block1Hash,
    });
    await expect(checkChain(source, loadDeployment("mainnet"))).rejects.toThrow(WrongChain);
  });

  it("gives headers that all hash to their hashes", async () => {
    const [source] = sources;
    const { block } = await pin();
    const numbers = Array.from({ length: Number(block.number) + 1 }, (_, index) =>
      blockNumber(BigInt(index)),
    );
    const headers = await readHeaders(source as ChainSource, {
      chainId: 31337n,
      at: numbers.map((number) => ({ number })),
    });
    expect(headers.every(({ ok }) => ok)).toBe(true);
    expect(headers.length).toBeGreaterThan(20);
  });

  it("reads what plain calls read, in three requests to the primary and two to the second", async () => {
    const before = sources.map((source) => source.counts().requests);
    const { perAccount, chain: shared } = await sweep();
    expect(sources.map((source, index) => source.counts().requests - (before[index] ?? 0))).toEqual([3, 2]);
    const client = chain();
    const rate = (id: string) => shared.rates.find(({ asset }) => asset === id)?.rate;
    expect(rate("wstETH")).toBe(
      await client.readContract({ address: tokenOf("wstETH"), abi: ABI, functionName: "stEthPerToken" }),
    );
    expect(rate("weETH")).toBe(
      await client.readContract({ address: tokenOf("weETH"), abi: ABI, functionName: "getRate" }),
    );
    for (const { account, positions, safe, missing, disputes } of perAccount) {
      expect([missing, disputes]).toEqual([[], []]);
      const amounts = Object.fromEntries(positions.map(({ asset, amount }) => [asset, amount]));
      const owned = { address: account.address };
      expect(amounts.ETH).toBe(await client.getBalance(owned));
      for (const id of ["WETH", "wstETH", "weETH"]) {
        const args = [account.address] as const;
        expect(amounts[id]).toBe(
          await client.readContract({ address: tokenOf(id), abi: ABI, functionName: "balanceOf", args }),
        );
      }
      expect(safe?.nonce).toBe(await client.readContract({ ...owned, abi: ABI, functionName: "nonce" }));
    }
    expect(shared.heads.map(({ state }) => state)).toEqual(["agrees", "agrees"]);
  });

  it("takes a balance out that one of two endpoints gives as zero", async () => {
    const [first, second] = sources;
    const token = tokenOf("wstETH");
    const { block } = await pin();
    const held = await chain().readContract({
      address: token,
      abi: ABI,
      functionName: "balanceOf",
      args: [accounts[0]?.address ?? "0x"],
    });
    const word = held.toString(16).padStart(64, "0");
    const lying: ChainSource = {
      ...(second as ChainSource),
      async request(calls) {
        const replies = await (second as ChainSource).request(calls);
        return replies.map((reply) =>
          reply.ok && typeof reply.result === "string"
            ? { ...reply, result: reply.result.replaceAll(word, "0".repeat(64)) }
            : reply,
        );
      },
    };
    const { perAccount } = await sweep([first as ChainSource, lying]);
    expect(perAccount[0]?.block.hash).toBe(block.hash);
    expect(perAccount[0]?.positions.map(({ position }) => position)).not.toContain("lido:wstETH");
    expect(perAccount[0]?.disputes).toMatchObject([
      { subject: "position:lido:wstETH", values: [{ value: `${held}` }, { value: "0" }] },
    ]);
  });

  it("reads nothing at a block that a reorg has taken away", async () => {
    await devnet.mineBlock();
    const pinned = await pin();
    const client = createTestClient({ mode: "anvil", chain: foundry, transport: http(devnet.rpcUrls[0]) });
    await client.request({ method: "anvil_reorg" as never, params: [1, []] as never });
    const { perAccount } = await readSweep({ ...pinned, deployment, sources, accounts });
    // The node itself refuses fees and storage at such a block; who asked for views finds out why they failed.
    const codes = perAccount[0]?.missing
      .filter(({ subject }) => subject !== "gas" && !/:(implementation|admin):/.test(subject))
      .map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["not-canonical"]));
    expect(perAccount[0]?.positions).toEqual([]);
  });

  it("says that Multicall3 is not there, instead of reading zeros", async () => {
    const pinned = await pin();
    const elsewhere = { ...deployment, multicall: `0x${"77".repeat(20)}` as const };
    const { perAccount } = await readSweep({ ...pinned, deployment: elsewhere, sources, accounts });
    const found = perAccount[0]?.missing.filter(({ subject }) => subject.startsWith("position:"));
    expect(found?.length).toBeGreaterThan(3);
    expect(new Set(found?.map(({ code }) => code))).toEqual(new Set(["empty"]));
  });
});

describe("a real chain's past", () => {
  it("has rates at older blocks as plain calls at those heights give them", async () => {
    const [source] = sources as [ChainSource];
    const { block: head } = await pin();
    const numbers = [head.number - 20n, head.number - 10n, head.number].map(blockNumber);
    const blocks = await readBlocks(source, { chainId: 31337n, numbers });
    const { series, missing } = await readSamples({ source, blocks, deployment, assets: ["weETH"] });
    expect(missing).toEqual([]);
    const expected = await Promise.all(
      numbers.map((number) =>
        chain().readContract({
          address: tokenOf("weETH"),
          abi: ABI,
          functionName: "getRate",
          blockNumber: number,
        }),
      ),
    );
    expect(series[0]?.samples.map(({ value }) => value)).toEqual(expected);
    expect(expected[0]).toBeLessThan(expected[2] ?? 0n);
  });

  it("is found by time", async () => {
    const [source] = sources as [ChainSource];
    const { block: head } = await pin();
    const time = unixSeconds(head.timestamp - 3600n);
    const found = await findBlockAtTime({ source, head, time });
    const numbers = Array.from({ length: Number(head.number) + 1 }, (_, index) => blockNumber(BigInt(index)));
    const all = await readBlocks(source, { chainId: 31337n, numbers });
    expect(found).toEqual(all.findLast(({ timestamp }) => timestamp <= time));
  });
});

describe("encoded calls on a real chain", () => {
  const [account] = accounts as [AccountRef];

  /** Sends the calls as the account itself, one by one, and mines each. */
  async function send(calls: readonly InnerCall[]): Promise<void> {
    const test = createTestClient({ mode: "anvil", chain: foundry, transport: http(devnet.rpcUrls[0]) });
    const wallet = createWalletClient({
      account: account.address,
      chain: foundry,
      transport: http(devnet.rpcUrls[0]),
    });
    await test.impersonateAccount(account);
    await test.setBalance({ address: account.address, value: parseEther("10") });
    for (const call of calls) {
      const hash = await wallet.sendTransaction({ ...call, gas: 1_000_000n });
      await test.mine({ blocks: 1 });
      const { status } = await chain().getTransactionReceipt({ hash });
      expect(status).toBe("success");
    }
  }

  it("swap what the curves said, to the account itself, and leave no allowance", async () => {
    const { chain: shared, perAccount } = await sweep();
    const spend = 100n * 10n ** 18n;
    const sale = shared.curves.find(({ assetIn }) => assetIn === "wstETH");
    const quoted = sale?.points.find(({ amountIn }) => amountIn === spend)?.amountOut ?? 0n;
    const pool = (id: string) => deployment.routes[route]?.pools.find(({ tokenB }) => tokenB === id);
    const [wstPool, wePool] = [pool("wstETH"), pool("weETH")];
    if (wstPool === undefined || wePool === undefined) throw new Error("the devnet lost its pools");
    const exit: Action = {
      kind: "exit",
      position: positionId("lido:wstETH"),
      venue: venueId("lido"),
      route,
      pool: wstPool.address,
      fee: wstPool.fee,
      spend: { asset: assetId("wstETH"), amount: rawAmount(spend) },
      receive: { asset: assetId("WETH"), expected: rawAmount(quoted), atLeast: rawAmount(quoted) },
      limitedBy: "gain",
    };
    const least = rawAmount(((quoted * 9n) / 10n / 11n) * 10n);
    const enter: Action = {
      kind: "enter",
      position: positionId("etherfi:weETH"),
      venue: venueId("etherfi"),
      route,
      pool: wePool.address,
      fee: wePool.fee,
      spend: { asset: assetId("WETH"), amount: rawAmount(quoted) },
      receive: { asset: assetId("weETH"), expected: least, atLeast: least },
      limitedBy: "gain",
    };
    const plan = { account, claims: [], actions: [exit, enter], requests: [] } as unknown as Plan;
    await send(encodeActions(plan, deployment));
    const after = (await sweep()).perAccount[0];
    const change = (id: string) => {
      const amountIn = (parts: typeof after) =>
        parts?.positions.find(({ asset }) => asset === id)?.amount ?? 0n;
      return amountIn(after) - amountIn(perAccount[0]);
    };
    expect(change("wstETH")).toBe(-spend);
    expect(change("WETH")).toBe(0n);
    expect(change("weETH") >= least).toBe(true);
    for (const id of ["wstETH", "WETH"]) {
      const args = [account.address, deployment.deadlineChecker] as const;
      expect(
        await chain().readContract({ address: tokenOf(id), abi: ABI, functionName: "allowance", args }),
      ).toBe(0n);
    }
  });
});
