import { mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Memory, readMemory, writeMemory } from "./memory.ts";
import { MemoryFileError } from "./memoryFileError.ts";

const hash = (digit: string) => `0x${digit.repeat(64)}`;
const account = `0x${"a".repeat(40)}`;
const memory: Memory = {
  schema: "ballast/keeper-memory/1",
  chain: { chainId: "31337", genesisHash: hash("1"), firstBlockHash: hash("2") },
  accounts: {
    [account]: { floor: { version: "3", policyHash: hash("3") }, firstSeen: { [hash("3")]: "1790000000" } },
  },
};
const place = async () => join(await mkdtemp(join(tmpdir(), "memory-")), "deep", "memory.json");

describe("the keeper's memory file", () => {
  test("is null before the first write", async () => {
    expect(await readMemory(await place())).toBeNull();
  });

  test("comes back as it was written, readable by its owner only, with no draft left behind", async () => {
    const file = await place();
    await writeMemory(file, memory);
    await writeMemory(file, { ...memory, accounts: {} });
    expect(await readMemory(file)).toEqual({ ...memory, accounts: {} });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(file, ".."))).toEqual(["memory.json"]);
  });

  const broken: readonly { name: string; change: (text: string) => string; says: RegExp }[] = [
    { name: "cut short", change: (text) => text.slice(0, 40), says: /is not JSON/ },
    {
      name: "a version that is not an integer",
      change: (text) => text.replace('"3"', '"three"'),
      says: /accounts\..*\.floor\.version: must be a decimal integer/,
    },
    { name: "a renamed field", change: (text) => text.replace('"accounts"', '"account"'), says: /account/ },
  ];
  test.each(broken)("$name is refused by name and left untouched", async ({ change, says }) => {
    const file = await place();
    await writeMemory(file, memory);
    const text = change(await readFile(file, "utf8"));
    await writeFile(file, text);
    await expect(readMemory(file)).rejects.toThrow(MemoryFileError);
    await expect(readMemory(file)).rejects.toThrow(says);
    expect(await readFile(file, "utf8")).toBe(text);
  });
});
