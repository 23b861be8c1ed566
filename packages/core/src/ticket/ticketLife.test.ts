import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { address } from "../chain/address.ts";
import { hash32 } from "../chain/hex.ts";
import { assetId, positionId, ticketId, venueId } from "../units/ids.ts";
import { baseUnits, blockNumber, rawAmount } from "../units/quantities.ts";
import type { TicketEvent } from "./ticketEvent.ts";
import { type TicketLifeInput, ticketLife } from "./ticketLife.ts";
import type { TicketReading } from "./ticketReading.ts";

const ETH = 10n ** 18n;
const ticket = ticketId("lido:17");
const asset = assetId("ETH");
const claimTx = hash32(`0x${"c1".repeat(32)}`);
const pay = (amount: bigint, of = asset) => [{ asset: of, amount: rawAmount(amount) }];

function event(kind: TicketEvent["kind"], { block = 5n, amounts = pay(10n * ETH) } = {}): TicketEvent {
  return {
    kind,
    ticket,
    venue: venueId("lido"),
    account: address(`0x${"5a".repeat(20)}`),
    position: kind === "requested" ? positionId("lido:wstETH") : null,
    amounts,
    block: blockNumber(block),
    blockHash: hash32(`0x${"b1".repeat(32)}`),
    transactionHash: kind === "claimed" ? claimTx : hash32(`0x${"7a".repeat(32)}`),
    logIndex: 0n,
  };
}

function reading(state: TicketReading["state"], { payout = 10n * ETH, stoppedBy = [] as string[] } = {}) {
  return {
    ticket,
    venue: venueId("lido"),
    position: positionId("lido:wstETH"),
    pays: [{ asset, promised: rawAmount(10n * ETH), payout: rawAmount(payout) }],
    value: baseUnits(payout),
    state,
    claimableFrom: null,
    ahead: baseUnits(3n * ETH),
    requestedAt: blockNumber(5n),
    stoppedBy,
    claim: { kind: "lido-request", requestId: 17n, hint: 0n },
    source: { kind: "header", field: "hash" },
  } as const satisfies TicketReading;
}

const nothing: TicketLifeInput = {
  ticket,
  events: [],
  reading: null,
  previous: null,
  isProposed: false,
  ownTransactions: [],
  due: null,
};
const requested = event("requested");
const claimed = (amount = 10n * ETH) => event("claimed", { block: 9n, amounts: pay(amount) });

describe("the state of a ticket", () => {
  test.each([
    ["asked for, not read yet", { events: [requested] }, "requested"],
    ["in the queue", { events: [requested], reading: reading("waiting") }, "waiting"],
    ["in the queue, and nobody's log knows it", { reading: reading("waiting") }, "waiting"],
    ["due", { events: [requested], reading: reading("claimable") }, "claimable"],
    ["due, and a proposal takes it", { reading: reading("claimable"), isProposed: true }, "claim-proposed"],
    [
      "due, and slashing left nothing of it",
      { reading: reading("claimable", { payout: 0n }) },
      "pays-nothing",
    ],
    [
      "due with nothing, and a proposal that came too late takes it",
      { reading: reading("claimable", { payout: 0n }), isProposed: true },
      "pays-nothing",
    ],
    [
      "in the queue with nothing left, which is not the end yet",
      { reading: reading("waiting", { payout: 0n }) },
      "waiting",
    ],
    [
      "due with nothing as long as it is taken back",
      { reading: reading("claimable", { payout: 0n, stoppedBy: ["invalidated"] }) },
      "claimable",
    ],
    [
      "claimed although it paid nothing",
      { events: [requested, { ...event("claimed"), amounts: [] }], due: pay(0n) },
      "reconciled",
    ],
    [
      "claimed without a word on what came, though something was due",
      { events: [requested, { ...event("claimed"), amounts: [] }], due: pay(ETH) },
      "claimed",
    ],
    [
      "due again after its claim left the chain",
      { reading: reading("claimable"), events: [requested, claimed()] },
      "claimable",
    ],
    ["paid, what was due is not known", { events: [requested, claimed()] }, "claimed"],
    ["paid what was due", { events: [requested, claimed()], due: pay(10n * ETH) }, "reconciled"],
    ["paid a wei less than was due", { events: [requested, claimed()], due: pay(10n * ETH + 1n) }, "claimed"],
    ["taken back by the protocol", { events: [requested, event("invalidated")] }, "lost"],
    ["given away", { events: [requested, event("transferred-away")] }, "lost"],
  ] as const)("%s", (_, input, state) => {
    expect(ticketLife({ ...nothing, ...input }).state).toBe(state);
  });

  test.each([
    [2n, "reconciled"],
    [3n, "claimed"],
  ])("stETH may arrive %i wei off and is then %s", (off, state) => {
    const stETH = assetId("stETH");
    const paid = event("claimed", { amounts: pay(ETH - off, stETH) });
    const life = ticketLife({ ...nothing, events: [requested, paid], due: pay(ETH, stETH) });
    expect(life.state).toBe(state);
  });
});

describe("what happened to it", () => {
  test("a loss while it waits is told", () => {
    const { figures } = ticketLife({ ...nothing, reading: reading("waiting", { payout: 9n * ETH }) });
    expect(figures).toEqual([
      { asset, promised: 10n * ETH, payout: 9n * ETH, received: null, loss: ETH, difference: null },
    ]);
  });

  test("one that pays nothing has lost all that it promised, and ended when it could be claimed", () => {
    const left = { ...reading("claimable", { payout: 0n }), claimableFrom: blockNumber(30n) };
    const life = ticketLife({ ...nothing, events: [requested], reading: left });
    expect(life).toMatchObject({ state: "pays-nothing", endedAt: 30n, endedIn: null, claimedBy: null });
    expect(life.figures).toMatchObject([
      { promised: 10n * ETH, payout: 0n, received: null, loss: 10n * ETH },
    ]);
  });

  test("the claim keeps the loss that went before it", () => {
    const previous = ticketLife({ ...nothing, reading: reading("claimable", { payout: 9n * ETH }) });
    const life = ticketLife({
      ...nothing,
      previous,
      events: [requested, claimed(9n * ETH)],
      due: pay(9n * ETH),
    });
    expect(life).toMatchObject({ state: "reconciled", endedAt: 9n, endedIn: claimTx });
    expect(life.figures).toMatchObject([
      { promised: 10n * ETH, received: 9n * ETH, loss: ETH, difference: 0n },
    ]);
  });

  test("a lost database costs no figure that the chain still has", () => {
    const life = ticketLife({ ...nothing, events: [requested, claimed(9n * ETH)], due: pay(9n * ETH) });
    expect(life.figures).toMatchObject([{ promised: 10n * ETH, received: 9n * ETH, loss: ETH }]);
    expect(life).toMatchObject({ position: "lido:wstETH", requestedAt: 5n });
  });

  test.each([
    ["the account's own transaction", [claimTx], "account"],
    ["somebody else", [], "stranger"],
  ] as const)("it was claimed by %s", (_, ownTransactions, by) => {
    expect(ticketLife({ ...nothing, events: [requested, claimed()], ownTransactions }).claimedBy).toBe(by);
  });

  test("what the log counts in shares is no asset that is paid", () => {
    const shares = event("requested", { amounts: pay(ETH, assetId("EL-stETH")) });
    expect(ticketLife({ ...nothing, events: [shares], reading: reading("waiting") }).figures).toHaveLength(1);
  });
});

describe("through any life", () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n * ETH });

  test("promised = received + loss in the end, payout + loss until then", () => {
    fc.assert(
      fc.property(amounts, amounts, fc.boolean(), (payout, paid, isProposed) => {
        const waiting = ticketLife({ ...nothing, reading: reading("waiting", { payout }), isProposed });
        const ended = ticketLife({ ...nothing, previous: waiting, events: [requested, claimed(paid)] });
        expect((waiting.figures[0]?.payout ?? 0n) + (waiting.figures[0]?.loss ?? 0n)).toBe(10n * ETH);
        expect((ended.figures[0]?.received ?? 0n) + (ended.figures[0]?.loss ?? 0n)).toBe(10n * ETH);
      }),
    );
  });

  test("it never ends while the chain still has something of it to pay", () => {
    const kinds = fc.constantFrom<TicketEvent["kind"]>(
      "requested",
      "claimed",
      "invalidated",
      "transferred-away",
    );
    const states = fc.constantFrom<TicketReading["state"]>("waiting", "claimable");
    fc.assert(
      fc.property(fc.array(kinds), states, fc.boolean(), (log, state, isProposed) => {
        const events = log.map((kind) => event(kind));
        const life = ticketLife({ ...nothing, events, reading: reading(state), isProposed });
        expect(["waiting", "claimable", "claim-proposed"]).toContain(life.state);
        expect(life.endedAt).toBeNull();
      }),
    );
  });
});
