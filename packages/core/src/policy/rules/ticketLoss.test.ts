import { describe, expect, test } from "vitest";
import { findingSentence } from "../../explain/findingSentence.ts";
import { findingWith } from "../../testing/judge.ts";
import { restakingWith, ticketOf, withTickets } from "../../testing/restaking.ts";
import { eth } from "../../testing/world.ts";
import type { TicketReading } from "../../ticket/ticketReading.ts";
import type { AssetId, Bps } from "../../units/brands.ts";
import { rawAmount } from "../../units/quantities.ts";
import { ticketLoss } from "./ticketLoss.ts";

const judged = (ticket: TicketReading, threshold?: bigint) => {
  const guards = threshold === undefined ? {} : { ticketLoss: { threshold: threshold as Bps } };
  return withTickets(restakingWith([], { guards }), [ticket]);
};
const wei = (text: string, change: bigint) => eth(text) + change;

describe("ticketLoss", () => {
  const cases: readonly { name: string; ticket: TicketReading; threshold?: bigint; code: string }[] = [
    { name: "a payout as promised is fine", ticket: ticketOf(), code: "pays-as-promised" },
    {
      name: "a payout above the promise is growth",
      ticket: ticketOf({ payout: eth("41") }),
      code: "pays-as-promised",
    },
    {
      name: "two wei less is rounding",
      ticket: ticketOf({ payout: wei("40", -2n) }),
      code: "pays-as-promised",
    },
    {
      name: "three wei less is a loss",
      ticket: ticketOf({ payout: wei("40", -3n) }),
      code: "losing-while-waiting",
    },
    {
      name: "a loss of the threshold is tolerated",
      ticket: ticketOf({ payout: wei("39.96", -2n) }),
      threshold: 10n,
      code: "pays-as-promised",
    },
    {
      name: "one wei more is not",
      ticket: ticketOf({ payout: wei("39.96", -3n) }),
      threshold: 10n,
      code: "losing-while-waiting",
    },
    {
      name: "once it can be claimed the loss is final",
      ticket: ticketOf({ state: "claimable", payout: eth("36") }),
      code: "pays-less",
    },
    {
      name: "a ticket that promised nothing loses nothing",
      ticket: ticketOf({ promised: 0n }),
      code: "pays-as-promised",
    },
    { name: "a loss of everything is one", ticket: ticketOf({ payout: 0n }), code: "losing-while-waiting" },
    {
      name: "a loss in an asset without a rate has no value",
      ticket: ticketOf({ asset: "rETH", payout: 0n }),
      code: "loss-unvalued",
    },
  ];
  test.each(cases)("$name", ({ ticket, threshold, code }) => {
    const [found] = ticketLoss.evaluate(judged(ticket, threshold));
    expect(found).toMatchObject({
      code,
      subject: { kind: "ticket", id: ticket.ticket },
      effect: { kind: "none" },
    });
  });

  test("the loss is told in base units beside the promise", () => {
    const context = judged(ticketOf({ asset: "wstETH", promised: eth("10"), payout: eth("9") }));
    const found = findingWith(ticketLoss, { context, code: "losing-while-waiting" });
    expect(found).toMatchObject({
      level: "critical",
      measured: { unit: "base", value: eth("1.2") },
      limit: { unit: "base", value: eth("12") },
    });
    expect(findingSentence(found).replaceAll("\u00a0", " ")).toMatch(
      /^Withdrawal eigenlayer:0x7070\w+ would pay 1\.2000 ETH less than the 12\.0000 ETH that it promised\./,
    );
  });

  test("of several payments only those that fell short are lost", () => {
    const pays = [
      { asset: "ETH" as AssetId, promised: rawAmount(eth("5")), payout: rawAmount(eth("6")) },
      { asset: "wstETH" as AssetId, promised: rawAmount(eth("10")), payout: rawAmount(eth("9.5")) },
    ];
    const context = judged({ ...ticketOf(), pays });
    expect(findingWith(ticketLoss, { context, code: "losing-while-waiting" })).toMatchObject({
      measured: { value: eth("0.6") },
      limit: { value: eth("17") },
    });
  });

  test("each ticket is judged by itself, in the order of their ids", () => {
    const other = { ...ticketOf({ payout: eth("1") }), ticket: "eigenlayer:0x01" as TicketReading["ticket"] };
    const context = withTickets(restakingWith([]), [ticketOf(), other]);
    expect(ticketLoss.evaluate(context).map((each) => each.code)).toEqual([
      "losing-while-waiting",
      "pays-as-promised",
    ]);
  });
});
