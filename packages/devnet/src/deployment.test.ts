import { readFileSync } from "node:fs";
import { parseDeployment } from "@ballast/adapters";
import { type Address, keccak256 } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chain, connectChain } from "./chain/chain.ts";
import { deployment } from "./deployment.ts";
import type { Devnet } from "./node/devnet.ts";
import { startDevnet } from "./startDevnet.ts";
import { deploymentFile, deploymentText } from "./writeDeployment.ts";

let devnet: Devnet;
let chain: Chain;
beforeAll(async () => {
  devnet = await startDevnet({ mining: "manual", historyDays: 0 });
  chain = connectChain(devnet.rpcUrls[0]);
});
afterAll(() => devnet.stop());

test("the built-in file is what the devnet would write now", () => {
  expect(readFileSync(deploymentFile, "utf8")).toBe(deploymentText);
});

test("the keeper's own parser takes it", () => {
  const parsed = parseDeployment(deploymentText, "devnet");
  expect(parsed.chainId).toBe(31337n);
  expect(parsed.feeds.map((feed) => feed.id)).toEqual(["ETH/USD", "stETH/ETH", "weETH/ETH"]);
});

test("a fresh chain has the genesis block that it names", () => {
  expect(devnet.genesisHash).toBe(deployment.genesisHash);
});

const contracts = addresses(deployment);

test.each(contracts)("a fresh chain has a contract at $path", async ({ address }) => {
  expect((await chain.reader.getCode({ address }))?.length ?? 0).toBeGreaterThan(100);
});

test.each(Object.entries(deployment.safe.contracts))(
  "Safe's %s has the code hash that it names",
  async (_, { address, codeHash }) => {
    expect(keccak256((await chain.reader.getCode({ address })) ?? "0x")).toBe(codeHash);
  },
);

test("two devnets differ in block 1 and in nothing of the deployment", async () => {
  const other = await startDevnet({ mining: "manual", historyDays: 0 });
  try {
    expect(other.genesisHash).toBe(devnet.genesisHash);
    expect(other.block1Hash).not.toBe(devnet.block1Hash);
    const there = connectChain(other.rpcUrls[0]);
    const salts = [await saltOf(chain), await saltOf(there)];
    expect(salts.map((salt) => salt?.length)).toEqual([66, 66]);
    expect(salts[0]).not.toBe(salts[1]);
    for (const { address } of contracts)
      expect(await there.reader.getCode({ address })).toBe(await chain.reader.getCode({ address }));
  } finally {
    await other.stop();
  }
});

async function saltOf({ reader }: Chain): Promise<string | undefined> {
  const { transactions } = await reader.getBlock({ blockNumber: 1n, includeTransactions: true });
  return transactions[0]?.input;
}

function addresses(value: unknown, path = "deployment"): { path: string; address: Address }[] {
  if (typeof value === "string")
    return /^0x[0-9a-fA-F]{40}$/.test(value) ? [{ path, address: value as Address }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => addresses(inner, `${path}.${key}`));
}
