import {
  type ExitReading,
  type HeadReading,
  type PositionReading,
  positionId,
  sourceId,
  type TicketReading,
  ticketId,
  venueId,
} from "@ballast/core";
import { describe, expect, it } from "vitest";
import { SAFE_STATE } from "../rails/safe/testing/sampleBatch.ts";
import { ACCOUNT, BLOCK } from "../testing/fakeReader.ts";
import { headsAfter, withoutDisputed } from "./applyCrossCheck.ts";
import type { CrossCheck } from "./crossCheck.ts";
import type { SnapshotParts } from "./snapshotParts.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;
const POSITION = { position: positionId("lido:wstETH") } as PositionReading;
const KEPT = { position: positionId("etherfi:weETH") } as PositionReading;
const TICKET = { ticket: ticketId("lido:17"), venue: venueId("lido") } as TicketReading;
const OTHER_TICKET = { ticket: ticketId("etherfi:17"), venue: venueId("etherfi") } as TicketReading;

const PARTS = {
  account: ACCOUNT,
  block: BLOCK,
  safe: SAFE_STATE,
  positions: [POSITION, KEPT],
  exits: [],
  tickets: [TICKET, OTHER_TICKET],
  disputes: [],
  missing: [],
} as unknown as SnapshotParts;

const disputeOf = (subject: string, account = ACCOUNT): CrossCheck["disputes"][number] => ({
  account,
  dispute: { subject, values: [] },
  missing: { subject, code: "disputed", retry: true, detail: "" },
});
const checkOf = (...disputes: CrossCheck["disputes"][number][]): CrossCheck => ({ disputes, silent: [] });

const headOf = (id: string, state: HeadReading["state"]): HeadReading => ({
  source: sourceId(id),
  state,
  number: BLOCK.number,
  hash: BLOCK.hash,
  detail: "before",
});

describe("withoutDisputed", () => {
  it("leaves an account alone that nobody disputes", () => {
    expect(withoutDisputed(PARTS, checkOf())).toEqual(PARTS);
    expect(withoutDisputed(PARTS, checkOf(disputeOf("position:lido:wstETH", OTHER)))).toEqual(PARTS);
  });

  it.each([
    ["the disputed ticket", "ticket:lido:17"],
    ["every ticket of a venue whose list is disputed", "ticket:lido:all"],
  ])("takes out %s, and no other", (_name, subject) => {
    const parts = withoutDisputed(PARTS, checkOf(disputeOf(subject)));
    expect(parts.tickets).toEqual([OTHER_TICKET]);
    expect(parts.positions).toEqual(PARTS.positions);
    expect(parts.missing).toMatchObject([{ subject, code: "disputed" }]);
  });

  it("takes out the disputed position alone, and says so twice", () => {
    const parts = withoutDisputed(PARTS, checkOf(disputeOf("position:lido:wstETH")));
    expect(parts.positions).toEqual([KEPT]);
    expect(parts.safe).toBe(SAFE_STATE);
    expect(parts.disputes.map(({ subject }) => subject)).toEqual(["position:lido:wstETH"]);
    expect(parts.missing.map(({ code }) => code)).toEqual(["disputed"]);
  });

  it("takes out the Safe", () => {
    const parts = withoutDisputed(PARTS, checkOf(disputeOf("safe")));
    expect(parts.safe).toBeNull();
    expect(parts.positions).toHaveLength(2);
  });

  it("says of each subject once why it is missing: the dispute", () => {
    const revert = { subject: "safe", code: "revert", retry: false, detail: "" } as const;
    const parts = withoutDisputed({ ...PARTS, missing: [revert] }, checkOf(disputeOf("safe")));
    expect(parts.missing.map(({ subject, code }) => [subject, code])).toEqual([["safe", "disputed"]]);
  });
});

describe("withoutDisputed, of what hangs on a disputed reading", () => {
  const held = positionId("eigenlayer:stETH@0x0a0a");
  const other = positionId("eigenlayer:stETHx@0x0a0a");
  const ticketOf = (id: string, venue: string) =>
    ({ ticket: ticketId(id), venue: venueId(venue) }) as TicketReading;
  const QUEUED = ticketOf("eigenlayer:0x01", "eigenlayer");
  const ELSEWHERE = ticketOf("lido:7", "lido");
  const parts = {
    ...PARTS,
    positions: [{ position: held }, { position: other }] as PositionReading[],
    exits: [{ position: held }, { position: other }] as ExitReading[],
    tickets: [QUEUED, ELSEWHERE],
  };
  const left = (subject: string) => {
    const { positions, exits, tickets } = withoutDisputed(parts, checkOf(disputeOf(subject)));
    return {
      positions: positions.map(({ position }) => position),
      exits: exits.map(({ position }) => position),
      tickets,
    };
  };

  it.each([
    ["a position with its operator", "position:eigenlayer:stETH@0x0a0a"],
    ["a position whose operator was not known yet", "position:eigenlayer:stETH"],
  ])("takes %s out together with its way out", (_name, subject) => {
    expect(left(subject)).toEqual({ positions: [other], exits: [other], tickets: [QUEUED, ELSEWHERE] });
  });

  it.each([
    ["one ticket", "ticket:eigenlayer:0x01"],
    ["what waits at a venue", "venue:eigenlayer"],
  ])("takes out %s, and nothing of another venue", (_name, subject) => {
    expect(left(subject)).toEqual({ positions: [held, other], exits: [held, other], tickets: [ELSEWHERE] });
  });
});

describe("headsAfter", () => {
  const heads = [headOf("rpc-1", "agrees"), headOf("rpc-2", "agrees"), headOf("rpc-3", "lags")];

  it("makes a source silent that did not confirm, and says why", () => {
    const after = headsAfter(heads, {
      disputes: [],
      silent: [{ source: sourceId("rpc-2"), detail: "timed out" }],
    });
    expect(after.map(({ state }) => state)).toEqual(["agrees", "silent", "lags"]);
    expect(after[1]?.detail).toBe("timed out");
  });

  it("changes nothing where all confirmed", () => {
    expect(headsAfter(heads, checkOf())).toEqual(heads);
  });
});
