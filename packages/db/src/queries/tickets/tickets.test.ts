import {
  type Address,
  assetId,
  type BlockNumber,
  rawAmount,
  type TicketEvent,
  ticketId,
  venueId,
} from "@ballast/core";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT, CHAIN, hash, heldLeases, type Leases } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { StaleEpochError } from "../../errors/StaleEpochError.ts";
import { listTickets } from "./listTickets.ts";
import { saveTicketEvents } from "./saveTicketEvents.ts";
import { saveTickets } from "./saveTickets.ts";
import { scannedTo } from "./scannedTo.ts";
import { ticketEventsUpTo } from "./ticketEventsUpTo.ts";

let dbs: TestDatabases;
let leases: Leases;
beforeAll(async () => {
  dbs = await openTestDatabase();
  leases = await heldLeases(dbs.keeper.db);
});
afterAll(() => dbs.close());

const block = (n: number) => BigInt(n) as BlockNumber;
const event = (n: number, { fork = 0, kind = "requested", id = "17" } = {}): TicketEvent => ({
  kind: kind as TicketEvent["kind"],
  ticket: ticketId(`etherfi:${id}`),
  venue: venueId("etherfi"),
  account: ACCOUNT.address as Address,
  position: null,
  amounts: [{ asset: assetId("ETH"), amount: rawAmount(2n ** 200n + 1n) }],
  block: block(n),
  blockHash: hash(n + fork * 0x10000),
  transactionHash: hash(0x7000 + n),
  logIndex: 3n,
});
const scan = (from: number, to: number, events: readonly TicketEvent[]) =>
  saveTicketEvents(dbs.keeper.db, {
    chainId: CHAIN,
    fromBlock: block(from),
    toBlock: block(to),
    events,
    lease: leases.sweep,
  });
const read = (upTo: number) =>
  ticketEventsUpTo(dbs.admin.db, { chainId: CHAIN, upTo: block(upTo) }).then((events) => [...events]);

test("nothing was scanned before the first scan", async () => {
  expect(await scannedTo(dbs.keeper.db, CHAIN)).toBeNull();
});

test("an event reads back as it was, to the wei, and only up to the block asked for", async () => {
  await scan(0, 20, [event(5), event(9, { kind: "claimed" })]);
  expect(await read(20)).toEqual([event(5), event(9, { kind: "claimed" })]);
  expect(await read(8)).toEqual([event(5)]);
  expect(await scannedTo(dbs.keeper.db, CHAIN)).toBe(20n);
});

test("the same scan again changes nothing", async () => {
  await scan(0, 20, [event(5), event(9, { kind: "claimed" })]);
  expect(await read(20)).toHaveLength(2);
});

test("a claim that a reorganisation took away is gone, one that it brought is there", async () => {
  await scan(6, 21, [event(11, { fork: 1, kind: "claimed" })]);
  expect((await read(21)).map((each) => each.blockHash)).toEqual([hash(5), hash(11 + 0x10000)]);
});

test("an event that comes back with its block counts again", async () => {
  await scan(6, 21, [event(9, { kind: "claimed" })]);
  expect((await read(21)).map((each) => each.block)).toEqual([5n, 9n]);
});

test("lost tables are filled again by a scan from the beginning", async () => {
  await dbs.owner.db.execute(sql`TRUNCATE ticket_events, ticket_scans, tickets`);
  expect(await scannedTo(dbs.keeper.db, CHAIN)).toBeNull();
  expect(await read(21)).toEqual([]);
  await scan(0, 21, [event(5), event(9, { kind: "claimed" })]);
  expect(await read(21)).toHaveLength(2);
});

test("a ticket's standing takes the place of the one before", async () => {
  const ticket = ticketId("etherfi:17");
  const stand = (state: string, asOfBlock: number) =>
    saveTickets(dbs.keeper.db, {
      account: ACCOUNT,
      asOfBlock: block(asOfBlock),
      lives: [{ ticket, state }],
      lease: leases.lane,
    });
  await stand("waiting", 10);
  await stand("claimable", 12);
  const rows = await listTickets(dbs.admin.db, ACCOUNT);
  expect(rows).toMatchObject([{ ticket, state: "claimable", asOfBlock: 12n }]);
});

test("a keeper that lost its lane or its sweep writes neither", async () => {
  const stale = { ...leases.lane, epoch: leases.lane.epoch - 1n };
  const lives = [{ ticket: ticketId("etherfi:18"), state: "waiting" }];
  await expect(
    saveTickets(dbs.keeper.db, { account: ACCOUNT, asOfBlock: block(1), lives, lease: stale }),
  ).rejects.toThrow(StaleEpochError);
  const staleSweep = { ...leases.sweep, epoch: leases.sweep.epoch - 1n };
  await expect(
    saveTicketEvents(dbs.keeper.db, {
      chainId: CHAIN,
      fromBlock: block(30),
      toBlock: block(31),
      events: [event(30)],
      lease: staleSweep,
    }),
  ).rejects.toThrow(StaleEpochError);
  expect(await scannedTo(dbs.keeper.db, CHAIN)).toBe(21n);
});
