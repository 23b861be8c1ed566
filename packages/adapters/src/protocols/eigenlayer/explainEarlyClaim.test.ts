import { blockNumber, ticketId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { explainEarlyClaim } from "./explainEarlyClaim.ts";

const TICKET = { ticket: ticketId("eigenlayer:0x01"), claimableFrom: blockNumber(601n) };

describe("explainEarlyClaim", () => {
  it.each([
    [600n, /Ticket eigenlayer:0x01 cannot be claimed yet.*from block 601 on; block 600 is 1 block /],
    [599n, /block 599 is 2 blocks /],
    [0n, /block 0 is 601 blocks \(about 2\sh/],
  ])("says in block %s from which block it passes", (block, text) => {
    expect(explainEarlyClaim(TICKET, blockNumber(block))).toMatch(text);
  });

  it.each([601n, 602n, 10_000n])("has nothing to say in block %s", (block) => {
    expect(explainEarlyClaim(TICKET, blockNumber(block))).toBeNull();
  });

  it("has nothing to say of a ticket whose protocol counts no blocks", () => {
    expect(explainEarlyClaim({ ...TICKET, claimableFrom: null }, blockNumber(1n))).toBeNull();
  });
});
