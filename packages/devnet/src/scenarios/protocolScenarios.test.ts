import { type Address, parseAbi } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { erc20Abi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import { type Chain, connectChain } from "../chain/chain.ts";
import { withdrawalDelayBlocks } from "../deploy/delays.ts";
import { avs, operatorSetId } from "../deploy/eigenLayer.ts";
import { devnetFeeds } from "../deploy/feeds.ts";
import { operatorAddresses as at } from "../deploy/operatorDeployments.ts";
import { treasurySafes } from "../deploy/treasurySafes.ts";
import type { Devnet } from "../node/devnet.ts";
import { startDevnet } from "../startDevnet.ts";

const ether = 10n ** 18n;
const wad = 10n ** 18n;
const abi = parseAbi([
  "function getWithdrawableShares(address staker, address[] strategies) view returns (uint256[] withdrawable, uint256[] deposit)",
  "function getQueuedWithdrawals(address staker) view returns ((address staker, address delegatedTo, address withdrawer, uint256 nonce, uint32 startBlock, address[] strategies, uint256[] scaledShares)[] withdrawals, uint256[][] shares)",
  "function delegatedTo(address staker) view returns (address)",
  "function minWithdrawalDelayBlocks() view returns (uint32)",
  "function getMaxMagnitude(address operator, address strategy) view returns (uint64)",
  "function getAllocation(address operator, (address avs, uint32 id) operatorSet, address strategy) view returns ((uint64 currentMagnitude, int128 pendingDiff, uint32 effectBlock))",
  "function sharesToUnderlyingView(uint256 shares) view returns (uint256)",
  "function paused() view returns (uint256)",
  "function isPaused() view returns (bool)",
  "function isStopped() view returns (bool)",
  "function getWithdrawalRequests(address owner) view returns (uint256[])",
  "function getLastFinalizedRequestId() view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
  "function stEthPerToken() view returns (uint256)",
  "function getRate() view returns (uint256)",
  "function latestRoundData() view returns (uint80, int256, uint256, uint256 updatedAt, uint80)",
]);

let devnet: Devnet;
let chain: Chain;
beforeAll(async () => {
  devnet = await startDevnet({ mining: "manual", historyDays: 0, historyEndSecondsAgo: 4_000 });
  chain = connectChain(devnet.rpcUrls[0]);
});
afterAll(() => devnet.stop());

const [operations, reserve] = treasurySafes;
const operatorA = devnetAccounts.operatorA.address;
const operatorB = devnetAccounts.operatorB.address;

type Read = Parameters<Chain["reader"]["readContract"]>[0];
const read = <Value>(address: Address, functionName: string, args: readonly unknown[] = []) =>
  chain.reader.readContract({ address, abi, functionName, args } as Read) as Promise<Value>;
const withdrawable = async (safe: Address) => {
  const [[shares = 0n]] = await read<[bigint[], bigint[]]>(at.delegationManager, "getWithdrawableShares", [
    safe,
    [at.stETHStrategy],
  ]);
  return shares;
};
const queued = (safe: Address) =>
  read<[{ delegatedTo: Address }[], bigint[][]]>(at.delegationManager, "getQueuedWithdrawals", [safe]);

describe("the treasury at the beginning", () => {
  test.each([
    { safe: operations, operator: operatorA, stake: 100n },
    { safe: reserve, operator: operatorB, stake: 40n },
  ])("$safe.name has restaked with its operator", async ({ safe, operator, stake }) => {
    expect(await read(at.delegationManager, "delegatedTo", [safe.address])).toBe(operator);
    const value = await read<bigint>(at.stETHStrategy, "sharesToUnderlyingView", [
      await withdrawable(safe.address),
    ]);
    expect(value).toBeGreaterThan(stake * ether - 10n ** 12n);
    expect(value).toBeLessThan((stake * ether * 1_001n) / 1_000n);
  });

  test("one Safe waits for a withdrawal from Lido, the other for none", async () => {
    expect(await read(at.withdrawalQueue, "getWithdrawalRequests", [reserve.address])).toEqual([1n]);
    expect(await read(at.withdrawalQueue, "getWithdrawalRequests", [operations.address])).toEqual([]);
  });

  test("no ether that was lent for gas is left in a Safe", async () => {
    for (const { address } of treasurySafes) expect(await chain.reader.getBalance({ address })).toBe(0n);
  });

  test("a queued withdrawal of EigenLayer takes tens of blocks", async () => {
    expect(await read(at.delegationManager, "minWithdrawalDelayBlocks")).toBe(withdrawalDelayBlocks);
  });
});

describe("scenarios of protocols", () => {
  test("slash: the operator's delegators lose that share, the other operator's lose nothing", async () => {
    const [a, b] = [await withdrawable(operations.address), await withdrawable(reserve.address)];
    const { sentence } = await devnet.runScenario("slash", { operator: "A", bps: 2000 });
    expect(sentence).toContain("10 % less");
    expect(await withdrawable(operations.address)).toBe((a * 9n) / 10n);
    expect(await withdrawable(reserve.address)).toBe(b);
    expect(await read(at.allocationManager, "getMaxMagnitude", [operatorA, at.stETHStrategy])).toBe(
      (wad * 9n) / 10n,
    );
  });

  test("operator-reallocates: more can be slashed at once", async () => {
    await devnet.runScenario("operator-reallocates", { operator: "B", bps: 9000 });
    const args = [operatorB, { avs, id: operatorSetId }, at.stETHStrategy];
    const allocation = await read<{ currentMagnitude: bigint }>(at.allocationManager, "getAllocation", args);
    expect(allocation.currentMagnitude).toBe((wad * 9n) / 10n);
  });

  test.each([
    { venue: "lido", token: at.wstETH, rate: "stEthPerToken" },
    { venue: "etherfi", token: at.weETH, rate: "getRate" },
  ])("backing-loss: the rate of $venue falls by what was lost", async ({ venue, token, rate }) => {
    const before = await read<bigint>(token, rate);
    await devnet.runScenario("backing-loss", { venue, bps: 100 });
    const after = await read<bigint>(token, rate);
    // A block's growth lies between the two reads.
    expect(after).toBeGreaterThanOrEqual((before * 9_900n) / 10_000n);
    expect(after).toBeLessThan((before * 9_901n) / 10_000n);
  });

  test("finalize-withdrawals: the request at Lido can be claimed", async () => {
    await devnet.runScenario("finalize-withdrawals");
    expect(await read(at.withdrawalQueue, "getLastFinalizedRequestId")).toBe(1n);
    expect((await devnet.runScenario("finalize-withdrawals")).sentence).toContain("0 requests at Lido");
  });

  test("pause: what is named is paused, and calm ends it", async () => {
    await devnet.runScenario("pause", { what: "eigenlayer-queue" });
    await devnet.runScenario("pause", { what: "eigenlayer-completion" });
    await devnet.runScenario("pause", { what: "lido-queue" });
    await devnet.runScenario("pause", { what: "steth" });
    expect(await read(at.delegationManager, "paused")).toBe(6n);
    expect(await read(at.withdrawalQueue, "isPaused")).toBe(true);
    expect(await read(at.stETH, "isStopped")).toBe(true);
    await devnet.runScenario("calm");
    expect(await read(at.delegationManager, "paused")).toBe(0n);
    expect(await read(at.withdrawalQueue, "isPaused")).toBe(false);
    expect(await read(at.stETH, "isStopped")).toBe(false);
  });

  test("upgrade: the proxy names another implementation, and works on", async () => {
    const slot = "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";
    const implementation = () => chain.reader.getStorageAt({ address: at.delegationManager, slot });
    const [before, stake] = [await implementation(), await withdrawable(reserve.address)];
    await devnet.runScenario("upgrade", { contract: "delegationManager" });
    expect(await implementation()).not.toBe(before);
    expect(await withdrawable(reserve.address)).toBe(stake);
  });

  test("tvl-drain: a quarter of ether.fi leaves, and the rate stays", async () => {
    const [pooled, rate] = [
      await read<bigint>(at.liquidityPool, "getTotalPooledEther"),
      await read<bigint>(at.weETH, "getRate"),
    ];
    await devnet.runScenario("tvl-drain", { bps: 2500 });
    const after = await read<bigint>(at.liquidityPool, "getTotalPooledEther");
    expect(after).toBeLessThan((pooled * 7_501n) / 10_000n);
    expect(after).toBeGreaterThan((pooled * 7_499n) / 10_000n);
    const rateAfter = await read<bigint>(at.weETH, "getRate");
    expect(rateAfter).toBeGreaterThanOrEqual(rate);
    expect(rateAfter - rate).toBeLessThan(rate / 1_000_000n);
  });

  test("oracle-stale: the feed grows older than its heartbeat, the others do not, and calm wakes it", async () => {
    const { address, heartbeatSeconds } = devnetFeeds.weEthEth;
    const age = async (feed: Address) => {
      const [, , , updatedAt] = await read<readonly bigint[]>(feed, "latestRoundData");
      const { timestamp } = await chain.reader.getBlock();
      return Number(timestamp - (updatedAt ?? 0n));
    };
    await devnet.runScenario("oracle-stale", { feed: "weETH/ETH" });
    for (let mined = 0; mined <= heartbeatSeconds; mined += 4) await devnet.mineBlock();
    expect(await age(address)).toBeGreaterThan(heartbeatSeconds);
    expect(await age(devnetFeeds.stEthEth.address)).toBeLessThanOrEqual(heartbeatSeconds);
    await devnet.runScenario("calm");
    await devnet.mineBlock();
    expect(await age(address)).toBeLessThanOrEqual(4);
  });

  test("force-undelegate: the stake waits in the queue and is nobody's to slash again later", async () => {
    const stake = await withdrawable(reserve.address);
    await devnet.runScenario("force-undelegate", { safe: "reserve" });
    expect(await withdrawable(reserve.address)).toBe(0n);
    const [[withdrawal], [shares]] = await queued(reserve.address);
    expect(withdrawal?.delegatedTo).toBe(operatorB);
    expect(shares).toEqual([stake]);
    expect((await devnet.runScenario("force-undelegate", { safe: "reserve" })).transactions).toEqual([]);
  });

  test("the Safes' own tokens are untouched by all of it", async () => {
    const balance = await chain.reader.readContract({
      address: at.weth,
      abi: erc20Abi,
      functionName: "balanceOf",
      args: [operations.address],
    });
    expect(balance).toBe(operations.holdings.WETH);
  });
});
