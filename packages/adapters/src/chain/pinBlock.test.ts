import { sourceId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { fakeChain } from "../testing/fakeChain.ts";
import { headersFrom, type RawHeader, rawHeader } from "../testing/fakeHeaders.ts";
import { type Answer, deadSource, fakeSource } from "../testing/fakeNode.ts";
import { NoHead } from "./NoHead.ts";
import { NoSource } from "./NoSource.ts";
import { type PinRequest, pinBlock } from "./pinBlock.ts";
import { readHeaders } from "./readHeader.ts";
import type { ChainSource } from "./rpc.ts";

const headers = headersFrom(1_700_000_000n, 10);
const at = (index: number): RawHeader => headers[index] ?? rawHeader({ number: 0n, timestamp: 0n });
const chainOf = (blocks: readonly RawHeader[]): Answer =>
  fakeChain({ headers: blocks, multicall: "0x", view: () => "0x" });
const source = (name: string, blocks: readonly RawHeader[] = headers) =>
  fakeSource(chainOf(blocks), { id: sourceId(name) });

/** A source that is behind at first and has everything after so many requests. */
function catchesUp(after: number, blocks: readonly RawHeader[]) {
  let asked = 0;
  return fakeSource(
    (call) => {
      asked += 1;
      return chainOf(asked > after * 2 ? headers : blocks)(call);
    },
    { id: sourceId("rpc-2") },
  );
}

const request = (sources: readonly ChainSource[], extra: Partial<PinRequest> = {}): PinRequest => ({
  chainId: 31337n,
  sources,
  lagRetries: 3,
  pause: () => Promise.resolve(),
  maxLag: 5n,
  ...extra,
});

describe("pinBlock", () => {
  it("pins the primary's newest block, with its base fee, when all agree: one request each", async () => {
    const sources = [source("rpc-1"), source("rpc-2")];
    const pinned = await pinBlock(request(sources));
    expect(pinned.block).toEqual({
      chainId: 31337n,
      number: 9n,
      hash: at(9).hash,
      timestamp: 1_700_000_108n,
    });
    expect(pinned.baseFee).toBe(7n);
    expect(pinned.heads.map(({ source, state }) => [source, state])).toEqual([
      ["rpc-1", "agrees"],
      ["rpc-2", "agrees"],
    ]);
    expect(sources.map((one) => one.counts().requests)).toEqual([1, 1]);
  });

  it("takes a header that was just read, and asks the primary nothing", async () => {
    const primary = source("rpc-1");
    const [reply] = await readHeaders(primary, { chainId: 31337n, at: ["latest"] });
    const before = primary.counts().requests;
    await pinBlock(request([primary, source("rpc-2")], reply?.ok ? { head: reply.header } : {}));
    expect(primary.counts().requests).toBe(before);
  });

  it("is content with a second source that is ahead", async () => {
    const pinned = await pinBlock(request([source("rpc-1", headers.slice(0, 8)), source("rpc-2")]));
    expect(pinned.block.number).toBe(7n);
    expect(pinned.heads[1]).toMatchObject({ state: "agrees", number: 7n, hash: at(7).hash });
  });

  it("waits for a source that is behind", async () => {
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    const pinned = await pinBlock(request([source("rpc-1"), catchesUp(2, headers.slice(0, 9))], { pause }));
    expect(pinned.block.number).toBe(9n);
    expect(pinned.heads[1]?.state).toBe("agrees");
    expect(pauses).toBe(2);
  });

  it("takes the highest block that all have when one stays behind", async () => {
    const behind = source("rpc-2", headers.slice(0, 8));
    const furtherBehind = source("rpc-3", headers.slice(0, 6));
    const pinned = await pinBlock(request([source("rpc-1"), behind, furtherBehind]));
    expect(pinned.block).toMatchObject({ number: 5n, hash: at(5).hash });
    expect(pinned.heads.map(({ state }) => state)).toEqual(["agrees", "agrees", "agrees"]);
  });

  it("goes down exactly as far as allowed", async () => {
    const behind = source("rpc-2", headers.slice(0, 7));
    const pinned = await pinBlock(request([source("rpc-1"), behind], { maxLag: 3n }));
    expect(pinned.block.number).toBe(6n);
  });

  it("does not go further down than allowed, and says who is behind", async () => {
    const pinned = await pinBlock(
      request([source("rpc-1"), source("rpc-2", headers.slice(0, 6))], { maxLag: 3n }),
    );
    expect(pinned.block.number).toBe(9n);
    expect(pinned.heads[1]).toMatchObject({ state: "lags", number: 5n, hash: null });
  });

  it("asks a source that is behind no more often than allowed", async () => {
    const behind = source("rpc-2", headers.slice(0, 2));
    await pinBlock(request([source("rpc-1"), behind], { lagRetries: 2, maxLag: 3n }));
    expect(behind.counts().requests).toBe(3);
  });

  it("says who has another block at that height", async () => {
    const other = rawHeader({ number: 9n, timestamp: 1_700_000_108n, salt: "0x01" });
    const pinned = await pinBlock(
      request([source("rpc-1"), source("rpc-2", [...headers.slice(0, 9), other])]),
    );
    expect(pinned.block.hash).toBe(at(9).hash);
    expect(pinned.heads[1]).toMatchObject({ state: "disagrees", number: 9n, hash: other.hash });
    expect(pinned.heads[1]?.detail).toContain(at(9).hash);
  });

  it.each<[string, ChainSource]>([
    ["is down", deadSource({ id: sourceId("rpc-2") })],
    ["has no block at all", source("rpc-2", [])],
    [
      "gives headers that do not hash to their hash",
      fakeSource(() => ({ ...at(9), gasUsed: "0x1" }), { id: sourceId("rpc-2") }),
    ],
  ])("counts a second source that %s as silent", async (_name, second) => {
    const pinned = await pinBlock(request([source("rpc-1"), second]));
    expect(pinned.block.number).toBe(9n);
    expect(pinned.heads[1]).toMatchObject({ source: "rpc-2", state: "silent", number: null, hash: null });
  });

  it.each<[string, ChainSource]>([
    ["is down", deadSource()],
    ["has no block", source("rpc-1", [])],
    ["lies", fakeSource(() => ({ ...at(9), stateRoot: at(8).hash }))],
  ])("pins nothing when the primary %s", async (_name, primary) => {
    const pin = pinBlock(request([primary, source("rpc-2")]));
    await expect(pin).rejects.toThrow(NoHead);
    await expect(pin).rejects.toMatchObject({ source: "rpc-1" });
  });

  it("pins nothing without sources", async () => {
    await expect(pinBlock(request([]))).rejects.toThrow(NoSource);
  });
});
