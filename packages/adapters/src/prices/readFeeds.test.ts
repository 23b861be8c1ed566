import { describe, expect, it } from "vitest";
import { type Change, DEVNET, devnetView, NOW } from "../testing/devnetView.ts";
import { readerOf } from "../testing/fakeReader.ts";
import { words } from "../testing/word.ts";
import { readFeeds } from "./readFeeds.ts";

const FEED = "stETH/ETH";
const PRICE = 999_000_000_000_000_000n;

type Round = { roundId: bigint; answer: bigint; updatedAt: bigint; answeredInRound: bigint };
const roundOf = (change: Partial<Round> = {}) => {
  const round = { roundId: 9n, answer: PRICE, updatedAt: NOW - 60n, answeredInRound: 9n, ...change };
  return words(round.roundId, round.answer, NOW - 70n, round.updatedAt, round.answeredInRound);
};

async function readWith(answer: Change[2], decimals: bigint = 18n) {
  const view = devnetView([FEED, "latestRoundData()", answer], [FEED, "decimals()", words(decimals)]);
  const { feeds, missing } = await readFeeds({ reader: readerOf(view), deployment: DEVNET });
  return { reading: feeds.find(({ feed }) => feed === FEED), others: feeds.length, missing };
}

describe("readFeeds", () => {
  it("reads the latest round with its time and heartbeat", async () => {
    const { reading, missing } = await readWith(roundOf());
    expect(reading).toMatchObject({
      feed: FEED,
      value: PRICE,
      decimals: 18n,
      roundId: 9n,
      updatedAt: NOW - 60n,
      heartbeat: 600n,
      source: { kind: "call", method: "latestRoundData" },
    });
    expect(missing).toEqual([]);
  });

  it("reads a late round as it is: how late is for the policy to judge", async () => {
    const { reading } = await readWith(roundOf({ updatedAt: 1n }));
    expect(reading?.updatedAt).toBe(1n);
  });

  it("takes a round of this very second", async () => {
    expect((await readWith(roundOf({ updatedAt: NOW }))).reading).toBeDefined();
  });

  it.each([
    ["a price of 0", roundOf({ answer: 0n }), /the answer is 0/],
    ["a negative price", roundOf({ answer: -1n }), /the answer is -1/],
    ["the most negative price", roundOf({ answer: -(2n ** 255n) }), /above 0/],
    ["a round that never ended", roundOf({ updatedAt: 0n }), /never updated/],
    ["a round from the future", roundOf({ updatedAt: NOW + 1n }), /after the block's own time/],
    ["an answer carried over", roundOf({ answeredInRound: 8n }), /round 9 carries the answer of round 8/],
  ])("does not take %s for a reading", async (_name, answer, detail) => {
    const { reading, missing, others } = await readWith(answer);
    expect(reading).toBeUndefined();
    expect(missing).toMatchObject([{ subject: `feed:${FEED}`, code: "unexpected", retry: false }]);
    expect(missing[0]?.detail).toMatch(detail);
    expect(others).toBe(2);
  });

  it("does not take a feed of other decimals than the deployment says", async () => {
    const { missing } = await readWith(roundOf(), 8n);
    expect(missing).toMatchObject([
      { code: "unexpected", detail: "it has 8 decimals, the deployment says 18" },
    ]);
  });

  it.each([
    ["reverts", { revert: "0x" }, "revert"],
    ["answers nothing", "0x", "empty"],
    ["answers four words", words(9n, PRICE, NOW, NOW), "short-data"],
  ] as const)("says that a feed that %s could not be read", async (_name, answer, code) => {
    expect((await readWith(answer)).missing).toMatchObject([{ subject: `feed:${FEED}`, code }]);
  });

  it("reads no feeds where the deployment has none", async () => {
    const deployment = { ...DEVNET, feeds: [] };
    const read = await readFeeds({ reader: readerOf(devnetView()), deployment });
    expect(read).toEqual({ feeds: [], missing: [] });
  });
});
