import {
  type BlockRef,
  type Hash32,
  hash32,
  type TicketEvent,
  type TicketLife,
  type TicketReading,
  ticketId,
} from "@ballast/core";
import { describe, expect, test } from "vitest";
import { ticketStatuses } from "./ticketStatuses.ts";

const block = {
  chainId: 1n,
  number: 1_000n,
  hash: hash32(`0x${"b1".repeat(32)}`),
  timestamp: 1_700_000_000n,
};
const requestTx: Hash32 = hash32(`0x${"7a".repeat(32)}`);
const proposal = { safeTxHash: hash32(`0x${"5f".repeat(32)}`), nonce: 7n, state: "posted" } as const;

const reading = (change: object = {}) => ({
  ticket: "eigenlayer:0x17",
  venue: "eigenlayer",
  position: `eigenlayer:stETH@0x${"ab".repeat(20)}`,
  pays: [{ asset: "stETH", promised: 40n, payout: 36n }],
  state: "waiting",
  claimableFrom: 1_100n,
  ahead: null,
  requestedAt: 900n,
  stoppedBy: [],
  source: { kind: "call", contract: `0x${"ab".repeat(20)}`, method: "getQueuedWithdrawals" },
  ...change,
});

const life = (change: object = {}) => ({
  ticket: "lido:3",
  venue: "lido",
  position: "lido:wstETH",
  state: "reconciled",
  figures: [],
  requestedAt: 10n,
  claimableFrom: null,
  ahead: null,
  stoppedBy: [],
  endedAt: 950n,
  endedIn: requestTx,
  claimedBy: "account",
  ...change,
});

const requested = (ticket: string, at = 900n) => ({
  kind: "requested",
  ticket,
  venue: "eigenlayer",
  account: null,
  position: null,
  amounts: [],
  block: at,
  blockHash: block.hash,
  transactionHash: requestTx,
  logIndex: 0n,
});

type Given = { tickets?: object[]; stored?: object[]; events?: object[]; claimed?: string[] };
const statuses = ({ tickets = [], stored = [], events = [], claimed = [] }: Given) =>
  ticketStatuses({
    snapshot: { block: block as BlockRef, tickets: tickets as TicketReading[] },
    stored: stored.map((each) => ({ life: each as TicketLife, asOfBlock: 990n as never })),
    events: events as TicketEvent[],
    claiming: new Map(claimed.map((each) => [ticketId(each), proposal])),
  });

describe("the exits of an account", () => {
  test("the newest reading says where one stands, the log who asked for it, and blocks when it is due", () => {
    const events = [requested("eigenlayer:0x99"), requested("eigenlayer:0x17")];
    expect(statuses({ tickets: [reading()], events })).toMatchObject([
      {
        life: { state: "waiting", requestedAt: 900n, figures: [{ promised: 40n, payout: 36n, loss: 4n }] },
        requestedIn: requestTx,
        proposal: null,
        claimableAt: 1_700_001_200n,
        asOfBlock: 1_000n,
        source: { method: "getQueuedWithdrawals" },
        isOver: false,
      },
    ]);
  });

  test("one that the log does not know has no transaction, and one without a date no time", () => {
    const events = [requested("eigenlayer:0x99")];
    expect(statuses({ tickets: [reading({ claimableFrom: null })], events })).toMatchObject([
      { requestedIn: null, claimableAt: null },
    ]);
  });

  test("a proposal that was made after the reading counts", () => {
    const tickets = [reading({ state: "claimable" })];
    expect(statuses({ tickets, claimed: ["eigenlayer:0x17"] })).toMatchObject([
      { life: { state: "claim-proposed" }, proposal },
    ]);
    expect(statuses({ tickets, claimed: ["eigenlayer:0x18"] })).toMatchObject([
      { life: { state: "claimable" }, proposal: null },
    ]);
  });

  test("the reading wins over what is stored of the same ticket, which is shown once", () => {
    const stored = [life({ ticket: "eigenlayer:0x17", state: "requested", endedAt: null })];
    expect(statuses({ tickets: [reading()], stored })).toMatchObject([{ life: { state: "waiting" } }]);
  });

  test("an open one that the newest reading has not is there, with the block of its figures", () => {
    const stored = [life({ state: "waiting", endedAt: null })];
    expect(statuses({ stored })).toMatchObject([{ asOfBlock: 990n, source: null, isOver: false }]);
  });

  test.each([
    ["requested", false],
    ["waiting", false],
    ["claimable", false],
    ["claim-proposed", false],
    ["claimed", true],
    ["reconciled", true],
    ["lost", true],
  ])("one that is %s is over: %s", (state, isOver) => {
    expect(statuses({ stored: [life({ state })] })).toMatchObject([{ isOver }]);
  });

  test("those under way come first, then those that are over; each the newest first", () => {
    const stored = [
      life({ ticket: "lido:1", endedAt: 100n }),
      life({ ticket: "lido:2", endedAt: 300n }),
      life({ ticket: "lido:3", state: "waiting", requestedAt: 200n, endedAt: null }),
    ];
    const tickets = [reading({ requestedAt: 150n })];
    expect(statuses({ tickets, stored }).map((each) => each.life.ticket)).toEqual([
      "lido:3",
      "eigenlayer:0x17",
      "lido:2",
      "lido:1",
    ]);
  });
});
