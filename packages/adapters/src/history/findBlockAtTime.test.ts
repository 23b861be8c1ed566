import { unixSeconds } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceDown } from "../chain/faults.ts";
import { fakeChain } from "../testing/fakeChain.ts";
import { type RawHeader, rawHeader, refOf } from "../testing/fakeHeaders.ts";
import { deadSource, fakeSource } from "../testing/fakeNode.ts";
import { findBlockAtTime } from "./findBlockAtTime.ts";

const chainOf = (times: readonly bigint[]): readonly RawHeader[] =>
  times.map((timestamp, index) => rawHeader({ number: BigInt(index), timestamp }));

async function found(times: readonly bigint[], time: bigint) {
  const headers = chainOf(times);
  const source = fakeSource(fakeChain({ headers, multicall: "0x", view: () => "0x" }));
  const last = headers.at(-1) ?? rawHeader({ number: 0n, timestamp: 0n });
  const block = await findBlockAtTime({ source, head: refOf(last), time: unixSeconds(time) });
  return { number: block === null ? null : block.number, requests: source.counts().requests };
}

describe("findBlockAtTime", () => {
  it.each([
    ["exactly at a block", 120n, 2n],
    ["between two", 125n, 2n],
    ["at the newest", 150n, 5n],
    ["after the newest", 999n, 5n],
    ["at the genesis", 100n, 0n],
    ["before the genesis", 99n, null],
  ])("finds the newest block %s", async (_name, time, number) => {
    expect((await found([100n, 110n, 120n, 130n, 140n, 150n], time)).number).toBe(number);
  });

  it("finds what a search one by one finds, whatever the gaps", async () => {
    const gaps = fc.array(fc.bigInt(1n, 100_000n), { minLength: 1, maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(gaps, fc.bigInt(0n, 1_000_000n), async (steps, time) => {
        const times = [1000n];
        for (const step of steps) times.push((times.at(-1) ?? 0n) + step);
        const expected = times.findLastIndex((one) => one <= time);
        expect((await found(times, time)).number).toBe(expected === -1 ? null : BigInt(expected));
      }),
      { numRuns: 40 },
    );
  });

  it("needs few requests: sixteen blocks are looked at in each", async () => {
    const times = Array.from({ length: 3000 }, (_, index) => 1000n + 12n * BigInt(index));
    const { number, requests } = await found(times, 20_000n);
    expect(number).toBe(1583n);
    expect(requests).toBeLessThanOrEqual(5);
  });

  it("passes on that the source is down", async () => {
    const head = refOf(rawHeader({ number: 5n, timestamp: 150n }));
    await expect(findBlockAtTime({ source: deadSource(), head, time: unixSeconds(1n) })).rejects.toThrow(
      SourceDown,
    );
  });
});
