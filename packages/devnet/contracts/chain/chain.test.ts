import { type Address, encodeFunctionData, type Hex, parseAbi } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { feedAbi } from "../../src/abis.ts";
import { devnetAccounts } from "../../src/accounts.ts";
import { type EmptyChain, startEmptyChain } from "../../src/testing/emptyChain.ts";

const aggregatorAbi = parseAbi([
  "struct Call3 { address target; bool allowFailure; bytes callData; }",
  "struct Call3Value { address target; bool allowFailure; uint256 value; bytes callData; }",
  "struct Result { bool success; bytes returnData; }",
  "function aggregate3(Call3[] calls) payable returns (Result[])",
  "function aggregate3Value(Call3Value[] calls) payable returns (Result[])",
  "function getBlockNumber() view returns (uint256)",
  "function getCurrentBlockTimestamp() view returns (uint256)",
  "function getBasefee() view returns (uint256)",
  "function getChainId() view returns (uint256)",
  "function getEthBalance(address) view returns (uint256)",
  "function getBlockHash(uint256) view returns (bytes32)",
  "function getLastBlockHash() view returns (bytes32)",
  "function getCurrentBlockGasLimit() view returns (uint256)",
  "function getCurrentBlockCoinbase() view returns (address)",
  "function getCurrentBlockDifficulty() view returns (uint256)",
]);
const feedMetaAbi = parseAbi([
  "function decimals() view returns (uint8)",
  "function description() view returns (string)",
  "function version() view returns (uint256)",
]);

const reporter = devnetAccounts.reporter.address;
const stranger = devnetAccounts.owners[0].address;
let empty: EmptyChain;
let aggregator: Address;
let feed: Address;

beforeAll(async () => {
  empty = await startEmptyChain();
  aggregator = await empty.deploy("Aggregator");
  feed = await empty.deploy("PriceFeed", ["ETH / USD", 8, reporter]);
});
afterAll(() => empty.stop());

const call = (functionName: "getBlockNumber" | "getBasefee"): Hex =>
  encodeFunctionData({ abi: aggregatorAbi, functionName });
const transmit = (from: Address, answer: bigint) => ({
  what: "report",
  from,
  to: feed,
  gas: 200_000n,
  data: encodeFunctionData({ abi: feedAbi, functionName: "transmit", args: [answer] }),
});

describe("the aggregator answers as Multicall3 does", () => {
  const read = () => ({ address: aggregator, abi: aggregatorAbi }) as const;

  test("facts of the block", async () => {
    const { reader } = empty.chain;
    const block = await reader.getBlock();
    expect(await reader.readContract({ ...read(), functionName: "getBlockNumber" })).toBe(block.number);
    expect(await reader.readContract({ ...read(), functionName: "getCurrentBlockTimestamp" })).toBe(
      block.timestamp,
    );
    expect(await reader.readContract({ ...read(), functionName: "getChainId" })).toBe(31337n);
    expect(await reader.readContract({ ...read(), functionName: "getLastBlockHash" })).toBe(block.parentHash);
    expect(await reader.readContract({ ...read(), functionName: "getBlockHash", args: [1n] })).toMatch(
      /^0x[1-9a-f]/,
    );
    expect(await reader.readContract({ ...read(), functionName: "getCurrentBlockGasLimit" })).toBe(
      60_000_000n,
    );
    const balance = await reader.getBalance({ address: stranger });
    expect(await reader.readContract({ ...read(), functionName: "getEthBalance", args: [stranger] })).toBe(
      balance,
    );
  });

  test("a failure that is allowed is reported beside the successes", async () => {
    const calls = [
      { target: aggregator, allowFailure: false, callData: call("getBlockNumber") },
      {
        target: feed,
        allowFailure: true,
        callData: encodeFunctionData({ abi: feedAbi, functionName: "latestRoundData" }),
      },
    ];
    const { result } = await empty.chain.reader.simulateContract({
      ...read(),
      functionName: "aggregate3",
      args: [calls],
    });
    expect(result.map((one) => one.success)).toEqual([true, false]);
    expect(BigInt(result[0]?.returnData ?? "0x")).toBe(await empty.chain.reader.getBlockNumber());
  });

  test("a failure that is not allowed fails the whole", async () => {
    const callData = encodeFunctionData({ abi: feedAbi, functionName: "latestRoundData" });
    const args = [[{ target: feed, allowFailure: false, callData }]] as const;
    const whole = empty.chain.reader.simulateContract({ ...read(), functionName: "aggregate3", args });
    await expect(whole).rejects.toThrow("Multicall3: call failed");
  });

  test("value is passed on, and must add up", async () => {
    const calls = [
      { target: devnetAccounts.proposer.address, allowFailure: false, value: 5n, callData: "0x" as const },
    ];
    const simulate = (value: bigint) =>
      empty.chain.reader.simulateContract({
        ...read(),
        functionName: "aggregate3Value",
        args: [calls],
        account: stranger,
        value,
      });
    expect((await simulate(5n)).result[0]?.success).toBe(true);
    await expect(simulate(6n)).rejects.toThrow("Multicall3: value mismatch");
  });
});

describe("the price feed has Chainlink's interface", () => {
  test("a feed without rounds reverts", async () => {
    await expect(
      empty.chain.reader.readContract({ address: feed, abi: feedAbi, functionName: "latestRoundData" }),
    ).rejects.toThrow("No data present");
  });

  test("it describes itself", async () => {
    const read = { address: feed, abi: feedMetaAbi } as const;
    expect(await empty.chain.reader.readContract({ ...read, functionName: "description" })).toBe("ETH / USD");
    expect(await empty.chain.reader.readContract({ ...read, functionName: "decimals" })).toBe(8);
    expect(await empty.chain.reader.readContract({ ...read, functionName: "version" })).toBe(4n);
  });

  test("rounds count up and carry their block's time", async () => {
    await empty.run([transmit(reporter, 320_000_000_000n)]);
    await empty.run([transmit(reporter, -1n)], 500);
    const { timestamp } = await empty.chain.reader.getBlock();
    const latest = await empty.chain.reader.readContract({
      address: feed,
      abi: feedAbi,
      functionName: "latestRoundData",
    });
    expect(latest).toEqual([2n, -1n, timestamp, timestamp, 2n]);
    const first = await empty.chain.reader.readContract({
      address: feed,
      abi: feedAbi,
      functionName: "getRoundData",
      args: [1n],
    });
    expect(first).toEqual([1n, 320_000_000_000n, timestamp - 500n, timestamp - 500n, 1n]);
  });

  test("the last 512 rounds stay readable, and no more", async () => {
    for (let block = 0; block < 8; block += 1)
      await empty.run(Array.from({ length: 64 }, (_, i) => transmit(reporter, BigInt(i + 1))));
    const read = (roundId: bigint) =>
      empty.chain.reader.readContract({
        address: feed,
        abi: feedAbi,
        functionName: "getRoundData",
        args: [roundId],
      });
    expect((await read(514n))[1]).toBe(64n);
    expect((await read(3n))[1]).toBe(1n);
    await expect(read(2n)).rejects.toThrow("No data present");
  });

  test("a stranger cannot report", async () => {
    await expect(empty.run([transmit(stranger, 1n)])).rejects.toThrow("it reverted");
  });
});
