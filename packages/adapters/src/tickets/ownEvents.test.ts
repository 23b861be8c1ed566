import { hash32, type TicketEvent, ticketId, venueId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ACCOUNT } from "../testing/fakeReader.ts";
import { ownEvents } from "./ownEvents.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;
const STRANGER = `0x${"99".repeat(20)}` as const;

const event = (
  kind: TicketEvent["kind"],
  { id = 17, account = ACCOUNT.address as TicketEvent["account"], logIndex = 0n } = {},
): TicketEvent => ({
  kind,
  ticket: ticketId(`eigenlayer:${id}`),
  venue: venueId("eigenlayer"),
  account,
  position: null,
  amounts: [],
  block: 5n as TicketEvent["block"],
  blockHash: hash32(`0x${"b1".repeat(32)}`),
  transactionHash: hash32(`0x${"7a".repeat(32)}`),
  logIndex,
});
const seen = (events: readonly TicketEvent[], known: readonly string[] = []) =>
  ownEvents(events, { accounts: [ACCOUNT, OTHER], known: known.map(ticketId) }).map(({ kind, account }) => [
    kind,
    account,
  ]);

describe("ownEvents", () => {
  it("keeps what names one of the accounts, and nothing of strangers", () => {
    const events = [
      event("requested", { logIndex: 1n }),
      event("requested", { logIndex: 2n, account: OTHER.address }),
      event("requested", { logIndex: 3n, account: STRANGER }),
    ];
    expect(seen(events)).toEqual([
      ["requested", ACCOUNT.address],
      ["requested", OTHER.address],
    ]);
  });

  it("keeps a claim that names nobody when the request was theirs, and says whose", () => {
    const claim = event("claimed", { account: null, logIndex: 2n });
    expect(seen([event("requested", { account: OTHER.address }), claim])).toEqual([
      ["requested", OTHER.address],
      ["claimed", OTHER.address],
    ]);
  });

  it("keeps a claim that names nobody when the ticket is known from before", () => {
    const claim = event("claimed", { account: null });
    expect(seen([claim], ["eigenlayer:17"])).toEqual([["claimed", null]]);
    expect(seen([claim], ["eigenlayer:18"])).toEqual([]);
    expect(seen([claim])).toEqual([]);
  });

  it("drops a claim of a stranger's request, even where the id is known by mistake", () => {
    const events = [
      event("requested", { account: STRANGER }),
      event("claimed", { account: null, logIndex: 2n }),
    ];
    expect(seen(events, ["eigenlayer:17"])).toEqual([]);
  });

  it("follows a ticket that was given to one of the accounts", () => {
    const events = [
      event("requested", { account: STRANGER }),
      event("transferred-away", { account: STRANGER, logIndex: 2n }),
      event("requested", { logIndex: 2n }),
      event("claimed", { account: null, logIndex: 3n }),
    ];
    expect(seen(events)).toEqual([
      ["requested", ACCOUNT.address],
      ["claimed", ACCOUNT.address],
    ]);
  });

  it("takes a transfer from one account to another of the treasury for the receipt: one log, one event", () => {
    const events = [
      event("requested"),
      event("transferred-away", { logIndex: 2n }),
      event("requested", { account: OTHER.address, logIndex: 2n }),
    ];
    expect(seen(events)).toEqual([
      ["requested", ACCOUNT.address],
      ["requested", OTHER.address],
    ]);
  });
});
