import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address, Hash32, KeeperMemory, UnixSeconds } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { MemoryChainError } from "./memoryChainError.ts";
import { type ChainKey, openMemory } from "./memoryStore.ts";

const hash = (digit: string) => `0x${digit.repeat(64)}` as Hash32;
const account = `0x${"a".repeat(40)}` as Address;
const chain: ChainKey = { chainId: 31337n, genesisHash: hash("1"), firstBlockHash: hash("2") };
const place = async () => join(await mkdtemp(join(tmpdir(), "memory-")), "memory.json");
const seen = (times: Record<Hash32, bigint>) => times as Record<Hash32, UnixSeconds>;
const at = (version: bigint, digit: string): KeeperMemory => ({
  floor: { version, policyHash: hash(digit) },
  firstSeen: {},
});

describe("the keeper's memory", () => {
  test("knows nothing of an account at first", async () => {
    expect((await openMemory(await place(), chain)).of(account)).toEqual({ floor: null, firstSeen: {} });
  });

  test("a raised floor survives a restart", async () => {
    const file = await place();
    await (await openMemory(file, chain)).remember(account, at(2n, "a"));
    expect((await openMemory(file, chain)).of(account)).toEqual(at(2n, "a"));
  });

  test.each([
    { name: "lowered", memory: at(1n, "b") },
    { name: "exchanged for another policy of the same version", memory: at(2n, "c") },
    { name: "forgotten", memory: { floor: null, firstSeen: {} } },
  ])("a floor is never $name", async ({ memory }) => {
    const store = await openMemory(await place(), chain);
    await store.remember(account, at(2n, "a"));
    await store.remember(account, memory);
    expect(store.of(account).floor).toEqual({ version: 2n, policyHash: hash("a") });
  });

  test("the first time a policy was seen stays", async () => {
    const file = await place();
    const store = await openMemory(file, chain);
    await store.remember(account, { floor: null, firstSeen: seen({ [hash("a")]: 100n }) });
    await store.remember(account, { floor: null, firstSeen: seen({ [hash("a")]: 50n, [hash("b")]: 200n }) });
    const again = (await openMemory(file, chain)).of(account).firstSeen;
    expect(again).toEqual({ [hash("a")]: 100n, [hash("b")]: 200n });
  });

  const others: readonly { name: string; chain: ChainKey }[] = [
    { name: "chain id", chain: { ...chain, chainId: 1n } },
    { name: "genesis", chain: { ...chain, genesisHash: hash("9") } },
    { name: "block 1", chain: { ...chain, firstBlockHash: hash("9") } },
  ];
  test.each(others)("a chain with another $name is refused", async ({ chain: other }) => {
    const file = await place();
    await (await openMemory(file, chain)).remember(account, at(2n, "a"));
    await expect(openMemory(file, other)).rejects.toThrow(MemoryChainError);
  });
});
