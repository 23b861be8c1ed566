import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zstdCompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { feedAbi } from "./abis.ts";
import { connectChain } from "./chain/chain.ts";
import { devnetFeeds } from "./deploy/feeds.ts";
import { operatorAddresses } from "./deploy/operatorDeployments.ts";
import { PortTakenError, SavedStateError, StateInUseError } from "./errors.ts";
import type { Devnet } from "./node/devnet.ts";
import type { DevnetOptions } from "./options.ts";
import { startDevnet } from "./startDevnet.ts";

let stateDir: string;
const running: Devnet[] = [];

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), "ballast-devnet-test-"));
});
afterEach(async () => {
  for (const devnet of running.splice(0)) await devnet.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

async function start(options: DevnetOptions = {}): Promise<Devnet> {
  const devnet = await startDevnet({
    stateDir,
    mining: "manual",
    historyDays: 0,
    historyEndSecondsAgo: 3_000,
    ...options,
  });
  running.push(devnet);
  return devnet;
}
async function stop(devnet: Devnet): Promise<void> {
  running.splice(running.indexOf(devnet), 1);
  await devnet.stop();
}
const head = ({ rpcUrls }: Devnet) => connectChain(rpcUrls[0]).reader.getBlock();
const wallClock = () => Math.floor(Date.now() / 1000);

test("a restart continues the same chain, with its historical states", async () => {
  const first = await start();
  for (let i = 0; i < 20; i += 1) await first.mineBlock();
  const before = await head(first);
  const pooledAt = (devnet: Devnet, blockNumber: bigint) =>
    connectChain(devnet.rpcUrls[0]).reader.getBalance({ address: operatorAddresses.weth, blockNumber });
  const pooled = await pooledAt(first, before.number - 15n);
  await stop(first);
  expect(readdirSync(stateDir).toSorted()).toEqual(["head.json.gz", "history.json.zst", "proposer.key"]);
  const second = await start();
  expect(second).toMatchObject({ genesisHash: first.genesisHash, block1Hash: first.block1Hash });
  expect((await head(second)).hash).toBe(before.hash);
  expect(await pooledAt(second, before.number - 15n)).toBe(pooled);
});

test("after a gap the first block is of now, refreshes every feed, and leaves the hole to see", async () => {
  const first = await start({ historyEndSecondsAgo: 3_000 });
  const before = await head(first);
  await stop(first);
  const second = await start({ mining: "interval", blockSeconds: 3_600 });
  await vi.waitFor(async () => expect((await head(second)).number).toBe(before.number + 1n), {
    timeout: 20_000,
    interval: 50,
  });
  const after = await head(second);
  expect(Number(after.timestamp)).toBeLessThanOrEqual(wallClock());
  expect(Number(after.timestamp - before.timestamp)).toBeGreaterThanOrEqual(2_900);
  const { reader } = connectChain(second.rpcUrls[0]);
  for (const { address } of Object.values(devnetFeeds)) {
    const [roundId, , , updatedAt] = await reader.readContract({
      address,
      abi: feedAbi,
      functionName: "latestRoundData",
    });
    const [, , , previous] = await reader.readContract({
      address,
      abi: feedAbi,
      functionName: "getRoundData",
      args: [roundId - 1n],
    });
    expect(updatedAt).toBe(after.timestamp);
    expect(updatedAt - previous).toBeGreaterThanOrEqual(2_900n);
  }
});

test("a scenario's marks outlive a restart", async () => {
  const first = await start();
  await first.runScenario("market-depeg", { bps: 300 });
  await stop(first);
  const second = await start();
  await second.mineBlock();
  const { reader } = connectChain(second.rpcUrls[0]);
  const address = devnetFeeds.weEthEth.address;
  const [, answer] = await reader.readContract({ address, abi: feedAbi, functionName: "latestRoundData" });
  expect(Number(answer) / 1.0885e18).toBeCloseTo(0.97, 3);
});

test("an anvil that dies is told, and the chain comes up again a few blocks back", async () => {
  const first = await start({ mining: "interval", blockSeconds: 1 });
  const begun = await head(first);
  await vi.waitFor(async () => expect((await head(first)).number).toBeGreaterThan(begun.number + 1n), {
    timeout: 20_000,
  });
  const { anvilPid } = JSON.parse(readFileSync(join(stateDir, "processes.json"), "utf8")) as {
    anvilPid: number;
  };
  process.kill(anvilPid, "SIGKILL");
  await first.failed;
  await stop(first);
  const second = await start();
  expect(second.block1Hash).toBe(first.block1Hash);
  expect((await head(second)).number).toBeGreaterThanOrEqual(begun.number);
  await second.mineBlock();
});

test("--fresh begins another chain", async () => {
  const first = await start();
  await stop(first);
  const second = await start({ fresh: true });
  expect(second.genesisHash).toBe(first.genesisHash);
  expect(second.block1Hash).not.toBe(first.block1Hash);
});

test("a second devnet on the same directory, or the same port, is refused", async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(StateInUseError);
  const port = Number(new URL(first.rpcUrls[0]).port);
  const elsewhere = mkdtempSync(join(tmpdir(), "ballast-devnet-test-"));
  await expect(start({ stateDir: elsewhere, port })).rejects.toThrow(PortTakenError);
  rmSync(elsewhere, { recursive: true });
  await first.mineBlock();
});

test("a damaged state is named, and left as it is", async () => {
  writeFileSync(join(stateDir, "head.json.gz"), "not gzip");
  await expect(start()).rejects.toThrow(SavedStateError);
  expect(existsSync(join(stateDir, "head.json.gz"))).toBe(true);
});

test("historical states that cannot be loaded are given up, not the chain", async () => {
  const first = await start();
  await stop(first);
  writeFileSync(join(stateDir, "history.json.zst"), zstdCompressSync('"historical_states":[["0x'));
  const second = await start();
  expect(second.block1Hash).toBe(first.block1Hash);
  await second.mineBlock();
});

test("a temporary directory goes with its devnet", async () => {
  const devnet = await startDevnet({ mining: "manual", historyDays: 0 });
  expect(existsSync(devnet.proposerKeyFile)).toBe(true);
  await devnet.stop();
  expect(existsSync(join(devnet.proposerKeyFile, ".."))).toBe(false);
});

test("a long run stays under 300 MB on disk, and its last 15 minutes readable after a restart", async () => {
  const first = await start();
  const chain = connectChain(first.rpcUrls[0]);
  await chain.rpc("anvil_mine", "0x190", "0x1");
  await stop(first);
  const bytes = readdirSync(stateDir).reduce((sum, name) => sum + statSync(join(stateDir, name)).size, 0);
  expect(bytes).toBeLessThan(300_000_000);
  const second = await start();
  const { number } = await head(second);
  expect(number).toBeGreaterThan(400n);
  await connectChain(second.rpcUrls[0]).reader.getBalance({
    address: operatorAddresses.weth,
    blockNumber: number - 225n,
  });
});
