import { sourceId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { fakeChain, type View } from "../testing/fakeChain.ts";
import { headersFrom, rawHeader, refOf } from "../testing/fakeHeaders.ts";
import { type Answer, deadSource, FakeRpcError, fakeSource } from "../testing/fakeNode.ts";
import { words } from "../testing/word.ts";
import { createPinnedReader } from "./createPinnedReader.ts";
import { type PinnedCall, pinnedTo } from "./pinnedReader.ts";
import type { ChainSource } from "./rpc.ts";

const MULTICALL = `0x${"ca".repeat(20)}` as const;
const TOKEN = `0x${"70".repeat(20)}` as const;
const headers = headersFrom(1_700_000_000n, 3);
const head = headers[2] ?? rawHeader({ number: 0n, timestamp: 0n });
const block = refOf(head);

const call = (n: number, extra: Partial<PinnedCall> = {}): PinnedCall => ({
  subject: `rate:${n}`,
  to: TOKEN,
  data: `0x${n.toString(16).padStart(8, "0")}`,
  ...extra,
});

/** Answers a call with the number in its calldata. */
const echo: View = ({ data }) => words(BigInt(data));
const chain = (view: View = echo): Answer => fakeChain({ headers, multicall: MULTICALL, view });
const readerOf = (source: ChainSource, gasPerAggregate?: bigint) =>
  createPinnedReader({
    source,
    block,
    multicall: MULTICALL,
    ...(gasPerAggregate === undefined ? {} : { gasPerAggregate }),
  });

describe("createPinnedReader", () => {
  it("merges what several callers ask for in one turn into one aggregate in one request", async () => {
    const source = fakeSource(chain());
    const reader = readerOf(source);
    const [one, two] = await Promise.all([reader.read([call(1), call(2)]), reader.read([call(3)])]);
    expect([...one, ...two]).toEqual([1n, 2n, 3n].map((n) => ({ ok: true, data: words(n) })));
    expect(source.counts()).toEqual({ requests: 1, calls: 1 });
  });

  it("reads by the block's hash, and only while that is canonical", async () => {
    const source = fakeSource(chain());
    await readerOf(source).read([call(1)]);
    expect(source.sent[0]?.[0]?.params[1]).toEqual({ blockHash: block.hash, requireCanonical: true });
    expect(pinnedTo(block)).toEqual({ blockHash: block.hash, requireCanonical: true });
  });

  it("sends a call that several ask for once, and answers each under its own subject", async () => {
    const seen: string[] = [];
    const source = fakeSource(
      chain(({ data }) => {
        seen.push(data);
        return { revert: "0x" };
      }),
    );
    const reader = readerOf(source);
    const twice = [call(1, { subject: "position:a" }), call(1, { subject: "position:b" })];
    const results = await reader.read(twice);
    expect(seen).toHaveLength(1);
    expect(results.map((result) => !result.ok && result.missing.subject)).toEqual([
      "position:a",
      "position:b",
    ]);
  });

  it("carries other JSON-RPC calls in the same request", async () => {
    const source = fakeSource(chain());
    const reader = readerOf(source);
    const [results, replies] = await Promise.all([
      reader.read([call(1)]),
      reader.ask([
        { method: "eth_maxPriorityFeePerGas", params: [] },
        { method: "eth_chainId", params: [] },
      ]),
    ]);
    expect(results).toHaveLength(1);
    expect(replies).toEqual([
      { ok: true, result: "0x3b9aca00" },
      { ok: true, result: "0x7a69" },
    ]);
    expect(source.counts()).toEqual({ requests: 1, calls: 3 });
  });

  it("cuts by gas into several calls of one request", async () => {
    const source = fakeSource(chain());
    const reader = readerOf(source, 100n);
    const results = await reader.read([1, 2, 3, 4, 5].map((n) => call(n, { gas: 50n })));
    expect(results.map((result) => result.ok && BigInt(result.data))).toEqual([1n, 2n, 3n, 4n, 5n]);
    expect(source.counts()).toEqual({ requests: 1, calls: 3 });
    expect(reader.gas()).toBe(250n);
  });

  it("asks again for what is asked for after an answer", async () => {
    const source = fakeSource(chain());
    const reader = readerOf(source);
    await reader.read([call(1)]);
    await reader.read([call(2)]);
    expect(source.counts().requests).toBe(2);
  });

  it("makes a revert missing with its reason, and the others keep their answers", async () => {
    const reason =
      "0x08c379a00000000000000000000000000000000000000000000000000000000000000020000000000000000000000000000000000000000000000000000000000000000353504c0000000000000000000000000000000000000000000000000000000000";
    const view: View = ({ data }) => (data === call(2).data ? { revert: reason } : words(9n));
    const [one, two] = await readerOf(fakeSource(chain(view))).read([call(1), call(2)]);
    expect(one).toEqual({ ok: true, data: words(9n) });
    expect(two).toEqual({
      ok: false,
      reverted: reason,
      missing: { subject: "rate:2", code: "revert", retry: false, detail: 'reverted with "SPL"' },
    });
  });

  it("passes an empty answer on as it is: what it means is the reader's to say", async () => {
    const [result] = await readerOf(fakeSource(chain(() => "0x"))).read([call(1)]);
    expect(result).toEqual({ ok: true, data: "0x" });
  });

  it("makes everything missing, to be tried again, when the source is down", async () => {
    const reader = readerOf(deadSource());
    const [results, replies] = await Promise.all([
      reader.read([call(1), call(2)]),
      reader.ask([{ method: "eth_chainId", params: [] }]),
    ]);
    expect(results.map((result) => !result.ok && result.missing)).toMatchObject([
      { subject: "rate:1", code: "rpc", retry: true },
      { subject: "rate:2", code: "rpc", retry: true },
    ]);
    expect(replies).toMatchObject([{ ok: false, fault: { name: "SourceDown" } }]);
  });

  it("says that the block is gone when the node no longer has it", async () => {
    const reorged = [
      ...headers.slice(0, 2),
      rawHeader({ number: 2n, timestamp: 1_700_000_030n, salt: "0x01" }),
    ];
    const source = fakeSource(fakeChain({ headers: reorged, multicall: MULTICALL, view: echo }));
    const [result] = await readerOf(source).read([call(1)]);
    expect(result).toMatchObject({
      ok: false,
      reverted: null,
      missing: { code: "not-canonical", retry: true },
    });
  });

  it("asks one by one when the node refuses the aggregate but has the block", async () => {
    const honest = chain(({ data }) => (data === call(2).data ? { revert: "0x" } : words(BigInt(data))));
    const refusing: Answer = (one) => {
      const [{ to }] = one.params as [{ to?: string }];
      if (one.method === "eth_call" && to === MULTICALL) throw new FakeRpcError(-32000, "gas limit");
      return honest(one);
    };
    const results = await readerOf(fakeSource(refusing)).read([call(1), call(2)]);
    expect(results[0]).toEqual({ ok: true, data: words(1n) });
    expect(results[1]).toMatchObject({
      ok: false,
      missing: { subject: "rate:2", code: "revert", retry: false },
    });
  });

  it("reports the node's refusal when it refuses the single calls too", async () => {
    const refusing: Answer = (one) => {
      if (one.method === "eth_call") throw new FakeRpcError(-32005, "limit exceeded");
      return chain()(one);
    };
    const [result] = await readerOf(fakeSource(refusing)).read([call(1)]);
    expect(result).toMatchObject({ ok: false, missing: { code: "rpc", retry: true } });
  });

  it("reports the node's refusal when it does not say whether it has the block", async () => {
    const source = fakeSource(() => {
      throw new FakeRpcError(-32601, "no such method");
    });
    const [result] = await readerOf(source).read([call(1)]);
    expect(result).toMatchObject({ ok: false, missing: { code: "rpc", retry: false } });
  });

  it.each<[string, unknown, string]>([
    ["nothing at all: no Multicall3 there", "0x", "empty"],
    ["bytes that are no results", "0xdeadbeef", "short-data"],
    ["a number", 7, "rpc"],
  ])("makes everything missing when the aggregate answers %s", async (_name, result, code) => {
    const source = fakeSource((one) => (one.method === "eth_call" ? result : chain()(one)));
    const results = await readerOf(source).read([call(1), call(2)]);
    expect(results.map((one) => !one.ok && one.missing.code)).toEqual([code, code]);
  });

  it("never reads a failed call as zero", async () => {
    const sources = [
      deadSource(),
      fakeSource(() => "0x"),
      fakeSource(() => null),
      fakeSource(chain(() => ({ revert: "0x" }))),
    ];
    for (const source of sources) {
      const [result] = await readerOf(source).read([call(1)]);
      expect(result?.ok).toBe(false);
    }
  });

  it("names its source in what is missing, never its address", async () => {
    const source = deadSource({ id: sourceId("rpc-9"), url: "http://host.example/secret-key-77" });
    const [result] = await readerOf(source).read([call(1)]);
    expect(JSON.stringify(result)).toContain("rpc-9");
    expect(JSON.stringify(result)).not.toContain("secret-key-77");
  });
});
