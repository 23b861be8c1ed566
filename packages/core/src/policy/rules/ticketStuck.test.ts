import { describe, expect, test } from "vitest";
import { restakingWith, ticketOf, withTickets } from "../../testing/restaking.ts";
import { eth } from "../../testing/world.ts";
import type { TicketReading } from "../../ticket/ticketReading.ts";
import { blockNumber, rawAmount } from "../../units/quantities.ts";
import { ticketStuck } from "./ticketStuck.ts";

/** At block 1,000. */
const judged = (ticket: TicketReading, after?: bigint) => {
  const guards = after === undefined ? {} : { ticketStuck: { after } };
  return ticketStuck.evaluate(withTickets(restakingWith([], { guards }), [ticket]));
};
const from = (block: bigint) => ticketOf({ claimableFrom: blockNumber(block) });

const LEFT_WITH_NOTHING = {
  pays: ticketOf({}).pays.map((payment) => ({ ...payment, payout: rawAmount(0n) })),
  value: eth("0"),
};

describe("ticketStuck", () => {
  const cases: readonly { name: string; ticket: TicketReading; after?: bigint; code: string }[] = [
    { name: "one that is not due yet is on its way", ticket: from(2_000n), code: "not-stuck" },
    { name: "one that is due this block is", ticket: from(1_000n), code: "not-stuck" },
    { name: "fifty blocks late is still borne", ticket: from(950n), code: "not-stuck" },
    { name: "fifty-one are not", ticket: from(949n), code: "overdue" },
    { name: "the policy may bear less", ticket: from(995n), after: 4n, code: "overdue" },
    { name: "the policy may bear more", ticket: from(949n), after: 51n, code: "not-stuck" },
    {
      name: "where no block is promised it cannot be late",
      ticket: ticketOf({ claimableFrom: null }),
      code: "not-stuck",
    },
    { name: "one that can be claimed is fine", ticket: ticketOf({ state: "claimable" }), code: "not-stuck" },
    {
      name: "one that could be claimed but is stopped is stuck",
      ticket: ticketOf({ state: "claimable", stoppedBy: ["claims-paused"] }),
      code: "claim-stopped",
    },
    {
      name: "a stop keeps nothing from one that pays nothing",
      ticket: ticketOf({ state: "claimable", stoppedBy: ["claims-paused"], ...LEFT_WITH_NOTHING }),
      code: "not-stuck",
    },
    {
      name: "a stop while it waits is no matter yet",
      ticket: ticketOf({ stoppedBy: ["claims-paused"] }),
      code: "not-stuck",
    },
  ];
  test.each(cases)("$name", ({ ticket, after, code }) => {
    expect(judged(ticket, after)).toMatchObject([
      { code, subject: { kind: "ticket", id: ticket.ticket }, effect: { kind: "none" } },
    ]);
  });

  test("how late it is is counted in blocks", () => {
    expect(judged(from(900n))).toMatchObject([
      { level: "warning", measured: { unit: "count", value: 100n }, limit: { unit: "count", value: 50n } },
    ]);
  });

  test("what a stopped claim keeps is told", () => {
    const ticket = ticketOf({ state: "claimable", stoppedBy: ["blacklisted"], value: eth("40") });
    expect(judged(ticket)).toMatchObject([
      { level: "warning", measured: { unit: "base", value: eth("40") } },
    ]);
  });
});
