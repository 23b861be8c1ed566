import { blockNumber } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { SourceWrongReply } from "../chain/faults.ts";
import { addressOf, DEVNET, devnetView, WEETH_RATE, WSTETH_RATE } from "../testing/devnetView.ts";
import { fakeChain, type View } from "../testing/fakeChain.ts";
import { headersFrom } from "../testing/fakeHeaders.ts";
import { deadSource, FakeRpcError, fakeSource } from "../testing/fakeNode.ts";
import { TOKENS_ONLY } from "../testing/tokensOnly.ts";
import { readBlocks } from "./readBlocks.ts";
import { readSamples } from "./readSamples.ts";

const HEADERS = headersFrom(1_795_000_000n, 6);
const sourceOf = (view: View) =>
  fakeSource(fakeChain({ headers: HEADERS, multicall: DEVNET.multicall, view }));
const numbers = [1n, 3n, 5n].map(blockNumber);
const blocks = await readBlocks(sourceOf(devnetView()), { chainId: 31337n, numbers });

describe("readBlocks", () => {
  it("gives blocks with their computed hashes in the order asked for, in one request", async () => {
    const source = sourceOf(devnetView());
    const read = await readBlocks(source, { chainId: 31337n, numbers });
    expect(read.map(({ number, hash }) => [number, hash])).toEqual(
      numbers.map((n) => [n, HEADERS[Number(n)]?.hash]),
    );
    expect(source.counts()).toEqual({ requests: 1, calls: 3 });
  });

  it("refuses when the source lacks one of them", async () => {
    const wanted = { chainId: 31337n, numbers: [blockNumber(99n)] };
    await expect(readBlocks(sourceOf(devnetView()), wanted)).rejects.toThrow(SourceWrongReply);
  });
});

describe("readSamples", () => {
  it("reads every rate at every block by its hash in one request", async () => {
    const source = sourceOf(devnetView());
    const { series, missing } = await readSamples({ source, blocks, deployment: TOKENS_ONLY });
    expect(series.map(({ id }) => id)).toEqual([
      "rate:ETH",
      "rate:WETH",
      "rate:stETH",
      "rate:weETH",
      "rate:wstETH",
    ]);
    expect(series[3]?.samples).toEqual(
      blocks.map(({ number, hash, timestamp }) => ({ block: number, hash, timestamp, value: WEETH_RATE })),
    );
    expect(series[0]?.samples.map(({ value }) => value)).toEqual([10n ** 18n, 10n ** 18n, 10n ** 18n]);
    expect(series[4]?.samples[0]?.value).toBe(WSTETH_RATE);
    expect(missing).toEqual([]);
    expect(source.counts()).toEqual({ requests: 1, calls: 6 });
    expect(source.sent[0]?.[0]?.params[1]).toEqual({ blockHash: blocks[0]?.hash, requireCanonical: true });
  });

  it("reads only the assets that are wanted", async () => {
    const source = sourceOf(devnetView());
    const { series } = await readSamples({ source, blocks, deployment: TOKENS_ONLY, assets: ["wstETH"] });
    expect(series.map(({ id }) => id)).toEqual(["rate:wstETH"]);
    expect(source.counts().calls).toBe(3);
  });

  it("leaves a gap where a block's state is gone, and says so", async () => {
    const honest = fakeChain({ headers: HEADERS, multicall: DEVNET.multicall, view: devnetView() });
    const pruned = fakeSource((call) => {
      const [, at] = call.params as [unknown, { blockHash?: string }];
      if (call.method === "eth_call" && at.blockHash === blocks[0]?.hash)
        throw new FakeRpcError(-32000, "missing trie node");
      return honest(call);
    });
    const { series, missing } = await readSamples({
      source: pruned,
      blocks,
      deployment: TOKENS_ONLY,
      assets: ["weETH"],
    });
    expect(series[0]?.samples.map(({ block }) => block)).toEqual([3n, 5n]);
    expect(missing).toMatchObject([{ subject: "rate:weETH", code: "rpc", block: { number: 1n } }]);
  });

  it.each([
    ["nothing: the token was not yet deployed", "0x", "empty"],
    ["a rate of 0", `0x${"00".repeat(32)}`, "unexpected"],
  ] as const)("leaves a gap where a block answers %s", async (_name, answer, code) => {
    const view: View = (call) => (call.to === addressOf("weETH") ? answer : devnetView()(call));
    const read = await readSamples({
      source: sourceOf(view),
      blocks,
      deployment: TOKENS_ONLY,
      assets: ["weETH"],
    });
    expect(read.series).toEqual([{ id: "rate:weETH", samples: [] }]);
    expect(read.missing.map((one) => one.code)).toEqual([code, code, code]);
  });

  it("has no samples but those that need no call when the source is down", async () => {
    const { series, missing } = await readSamples({ source: deadSource(), blocks, deployment: TOKENS_ONLY });
    expect(series.map(({ samples }) => samples.length)).toEqual([3, 3, 3, 0, 0]);
    expect(missing).toHaveLength(6);
    expect(missing.every(({ retry }) => retry)).toBe(true);
  });
});
