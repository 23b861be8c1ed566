import { address, type BlockNumber, hash32, type TicketEvent, ticketId, venueId } from "@ballast/core";
import { expect, test } from "vitest";
import { openTicketsOf } from "./openTicketsOf.ts";

const safe = address(`0x${"5a".repeat(20)}`);
const other = address(`0x${"0b".repeat(20)}`);

function event(
  kind: TicketEvent["kind"],
  { id = 17, account = safe as TicketEvent["account"] } = {},
): TicketEvent {
  return {
    kind,
    ticket: ticketId(`etherfi:${id}`),
    venue: venueId("etherfi"),
    account,
    position: null,
    amounts: [],
    block: 5n as BlockNumber,
    blockHash: hash32(`0x${"b1".repeat(32)}`),
    transactionHash: hash32(`0x${"7a".repeat(32)}`),
    logIndex: 0n,
  };
}

test.each([
  ["a request is open", [event("requested")], ["etherfi:17"]],
  ["a claimed one is not", [event("requested"), event("claimed")], []],
  ["nor one that somebody else claimed", [event("requested"), event("claimed", { account: null })], []],
  [
    "an invalidated one is: it can be made valid again",
    [event("requested"), event("invalidated")],
    ["etherfi:17"],
  ],
  ["nor one that was given away", [event("requested"), event("transferred-away")], []],
  ["the others stay", [event("requested"), event("requested", { id: 18 }), event("claimed")], ["etherfi:18"]],
  ["a claim of a request that is not known opens nothing", [event("claimed")], []],
  ["a request of nobody known is nobody's", [event("requested", { account: null })], []],
] as const)("%s", (_, events, open) => {
  expect(openTicketsOf(events).map(({ ticket }) => ticket)).toEqual(open);
});

test("each belongs to the account that its request names", () => {
  const found = openTicketsOf([event("requested"), event("requested", { id: 18, account: other })]);
  expect(found).toEqual([
    { account: safe, ticket: "etherfi:17" },
    { account: other, ticket: "etherfi:18" },
  ]);
});
