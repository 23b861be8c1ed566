import type { BlockNumber, BlockRef, UnixSeconds } from "@ballast/core";
import { numberToHex, toEventSelector } from "viem";
import { describe, expect, it } from "vitest";
import { SourceErrorObject, SourceWrongReply } from "../../../chain/faults.ts";
import { TrackingIncompleteError } from "../errors.ts";
import { ACCOUNT } from "../testing/sampleBatch.ts";
import { refuses, replies, stubSource } from "../testing/stubSource.ts";
import { readSafeEvents } from "./readSafeEvents.ts";

const HEAD: BlockRef = {
  chainId: 31337n,
  number: 25n as BlockNumber,
  hash: `0x${"be".repeat(32)}` as const,
  timestamp: 1n as UnixSeconds,
};
const hashOf = (fill: string) => `0x${fill.repeat(32)}` as const;

const logAt = (block: bigint, change: Readonly<Record<string, unknown>> = {}) => ({
  address: ACCOUNT.address,
  topics: [toEventSelector("ExecutionSuccess(bytes32,uint256)"), hashOf("c0")],
  data: numberToHex(0n, { size: 32 }),
  blockNumber: numberToHex(block),
  blockHash: block === HEAD.number ? HEAD.hash : hashOf("bb"),
  transactionHash: hashOf("a0"),
  logIndex: "0x0",
  removed: false,
  ...change,
});

const read = (source: ReturnType<typeof stubSource>["source"], fromBlock: bigint) =>
  readSafeEvents({
    source,
    account: ACCOUNT.address,
    fromBlock: fromBlock as BlockNumber,
    toBlock: HEAD,
    blocksPerRequest: 10n,
  });

describe("readSafeEvents", () => {
  it("asks in pieces that cover the range once", async () => {
    const { source, asked } = stubSource(() => replies([]));
    await read(source, 3n);
    const ranges = asked.map(({ params: [filter] }) => filter as { fromBlock: string; toBlock: string });
    expect(ranges.map(({ fromBlock, toBlock }) => [Number(fromBlock), Number(toBlock)])).toEqual([
      [3, 12],
      [13, 22],
      [23, 25],
    ]);
  });

  it("asks for a single block by its hash", async () => {
    const { source, asked } = stubSource(() => replies([]));
    await read(source, HEAD.number);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.params[0]).toMatchObject({ address: ACCOUNT.address, blockHash: HEAD.hash });
  });

  it("gives events in the order they happened, with their block's hash", async () => {
    const logs = [logAt(25n), logAt(9n, { logIndex: "0x4" }), logAt(9n, { logIndex: "0x2" })];
    const { source } = stubSource(({ params: [filter] }) =>
      replies((filter as { fromBlock: string }).fromBlock === "0x3" ? logs : []),
    );
    const events = await read(source, 3n);
    expect(events.map(({ at }) => [at.blockNumber, at.logIndex, at.blockHash])).toEqual([
      [9n, 2n, hashOf("bb")],
      [9n, 4n, hashOf("bb")],
      [25n, 0n, HEAD.hash],
    ]);
  });

  it.each([
    ["of another contract", logAt(9n, { address: hashOf("99").slice(0, 42) })],
    ["from before the range", logAt(2n)],
    ["from after the range", logAt(26n)],
    ["of another block at the head's height", logAt(25n, { blockHash: hashOf("bd") })],
    ["that was removed again", logAt(9n, { removed: true })],
  ])("does not accept a log %s", async (_, log) => {
    const { source } = stubSource(() => replies([log]));
    await expect(read(source, 3n)).rejects.toThrow(TrackingIncompleteError);
  });

  it("throws the source's fault when one piece fails: part of the events is not the events", async () => {
    const { source } = stubSource(({ params: [filter] }) =>
      (filter as { fromBlock: string }).fromBlock === "0xd" ? refuses(-32005) : replies([]),
    );
    await expect(read(source, 3n)).rejects.toThrow(SourceErrorObject);
  });

  it.each([[null], [{}], [[{ address: "0x" }]], ["0x"]])(
    "does not take %j for a list of logs",
    async (result) => {
      const { source } = stubSource(() => replies(result));
      await expect(read(source, 3n)).rejects.toThrow(SourceWrongReply);
    },
  );
});
