import { describe, expect, it } from "vitest";
import { createPinnedReader } from "../../chain/createPinnedReader.ts";
import type { ViewAnswer } from "../../testing/fakeChain.ts";
import { deadSource } from "../../testing/fakeNode.ts";
import { ACCOUNT, BLOCK, readerOf } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { read } from "./read.ts";

const accounts = [ACCOUNT];

describe("a chain on which nothing of ether.fi can be read", () => {
  it.each<[string, ViewAnswer, string]>([
    ["reverts", { revert: "0x08c379a0" }, "revert"],
    ["answers nothing", "0x", "empty"],
    ["answers 31 bytes", `0x${"00".repeat(31)}`, "short-data"],
  ])("that %s gives no figure and no way out, and says the same of all", async (_name, answer, code) => {
    const reading = await read({ reader: readerOf(() => answer), deployment: FULL, accounts });
    const [account] = reading.accounts;
    expect(account).toMatchObject({ positions: [], tickets: [], exits: [] });
    const missing = account?.missing ?? [];
    expect(missing.length).toBeGreaterThan(2);
    expect(missing.map((one) => [one.code, one.retry])).toEqual(missing.map(() => [code, false]));
    expect(reading.flags.filter(({ stops }) => stops !== "none")).toEqual([]);
    expect(reading.figures.every(({ figure }) => /^(implementation|admin):/.test(figure))).toBe(true);
  });

  it("says that asking again may help while the source is down", async () => {
    const reader = createPinnedReader({ source: deadSource(), block: BLOCK, multicall: FULL.multicall });
    const { figures, missing, accounts: read1 } = await read({ reader, deployment: FULL, accounts });
    expect(figures).toEqual([]);
    const all = [...missing, ...(read1[0]?.missing ?? [])];
    expect(all.map(({ code, retry }) => [code, retry])).toEqual(all.map(() => ["rpc", true]));
  });
});
