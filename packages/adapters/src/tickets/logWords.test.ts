import { describe, expect, it } from "vitest";
import { addressOf } from "../testing/devnetView.ts";
import { sampleLog } from "../testing/sampleLog.ts";
import { words } from "../testing/word.ts";
import { LogUnreadable } from "./LogUnreadable.ts";
import { logWords } from "./logWords.ts";
import { ticketPlace } from "./ticketPlace.ts";
import { wordAddress } from "./wordAddress.ts";

const LOG = sampleLog({
  address: addressOf("withdrawalQueue"),
  signature: "Something(uint256 indexed a,address indexed b,uint256 c)",
  args: [1n, 2n, 3n],
  block: 9n,
  index: 4n,
});

describe("logWords", () => {
  it("gives the arguments, indexed ones first, whatever a version indexes", () => {
    expect(logWords(LOG, 3)).toEqual([1n, 2n, 3n]);
    const plain = { ...LOG, topics: LOG.topics.slice(0, 1), data: words(1n, 2n, 3n) };
    expect(logWords(plain, 3)).toEqual([1n, 2n, 3n]);
  });

  it.each([
    ["fewer", 4],
    ["more", 2],
  ])("refuses a log of %s words than its event has: skipping it would lose a ticket", (_name, count) => {
    expect(() => logWords(LOG, count)).toThrow(LogUnreadable);
    expect(() => logWords(LOG, count)).toThrow(LOG.transactionHash);
  });
});

describe("ticketPlace and wordAddress", () => {
  it("say where a log stands, and whom a word names", () => {
    const { blockHash, transactionHash } = LOG;
    expect(ticketPlace(LOG)).toEqual({ block: 9n, blockHash, transactionHash, logIndex: 4n });
    expect(wordAddress(0xabn)).toBe(`0x${"00".repeat(19)}ab`);
    expect(wordAddress(2n ** 160n + 0xabn)).toBe(`0x${"00".repeat(19)}ab`);
  });
});
