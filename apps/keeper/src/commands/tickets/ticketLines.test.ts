import type { BlockRef } from "@ballast/core";
import { expect, test } from "vitest";
import type { TicketStatus } from "../../tickets/ticketStatus.ts";
import { ticketLines } from "./ticketLines.ts";

const ETHER = 10n ** 18n;
const block = { number: 1_000n, timestamp: 1_700_000_000n } as BlockRef;
const figures = {
  asset: "ETH",
  promised: 5n * ETHER,
  payout: 5n * ETHER,
  received: null,
  loss: 0n,
  difference: null,
};

type Given = { life?: object; figure?: object; status?: object };

function lines({ life = {}, figure = {}, status = {} }: Given): readonly string[] {
  const given = {
    life: {
      ticket: "lido:17",
      venue: "lido",
      position: "lido:wstETH",
      state: "waiting",
      figures: [{ ...figures, ...figure }],
      requestedAt: 900n,
      claimableFrom: null,
      ahead: null,
      stoppedBy: [],
      endedAt: null,
      endedIn: null,
      claimedBy: null,
      ...life,
    },
    requestedIn: "0x7a",
    proposal: null,
    claimableAt: null,
    asOfBlock: 1_000n,
    source: { kind: "header", field: "hash" },
    isOver: false,
    ...status,
  } as unknown as TicketStatus;
  return ticketLines(given, { block }).map((line) => line.replaceAll("\u00a0", " "));
}
/** The line that begins with a word, without it. */
const line = (word: string, given: Given) =>
  lines(given)
    .find((each) => each.trimStart().startsWith(word))
    ?.trimStart()
    .slice(word.length)
    .trimStart();

test("one exit, line by line", () => {
  expect(lines({})).toEqual([
    "  Lido, from wstETH: waiting",
    "    ticket     lido:17",
    "    asked for  5.0000 ETH",
    "    pays now   5.0000 ETH",
    "    requested  in block 900, transaction 0x7a",
    "    claimable  no date, the protocol names none; what it pays out before this cannot be read",
    "    read       block header, hash, block 1,000",
  ]);
});

const dated = { claimableFrom: 1_100n };
const due = { claimableAt: 1_700_001_200n };
test.each([
  [
    "a block and an estimate",
    { life: dated, status: due },
    "from block 1,100, about 2023-11-14T22:33:20Z, 20 m after the block that was read",
  ],
  [
    "a block that went by, and still it waits",
    { life: dated, status: { claimableAt: 1_699_999_000n } },
    "from block 1,100, about 2023-11-14T21:56:40Z",
  ],
  [
    "a queue with what is before it",
    { life: { ahead: 1_234n * ETHER } },
    "no date, the protocol names none; it pays out 1,234.0000 ETH before this",
  ],
  [
    "the head of the queue",
    { life: { ahead: 0n } },
    "no date, the protocol names none; this is the next that it pays out",
  ],
  ["due", { life: { state: "claimable" } }, "now"],
  [
    "due since a block",
    { life: { state: "claim-proposed", ...dated }, status: due },
    "now, since block 1,100, about 2023-11-14T22:33:20Z",
  ],
  [
    "due, but stopped",
    { life: { state: "claimable", stoppedBy: ["claims-paused"] } },
    "not now: claims are paused",
  ],
])("from when it can be claimed: %s", (_, given, text) => {
  expect(line("claimable", given)).toBe(text);
});

test("a proposal that claims it is named", () => {
  const proposal = { nonce: 7n, state: "partly-signed", safeTxHash: "0x5f" };
  expect(lines({ life: { state: "claim-proposed" }, status: { proposal } })[0]).toBe(
    "  Lido, from wstETH: claim proposed, nonce 7, partly signed, 0x5f",
  );
});

test("what is not known is said, never a zero", () => {
  const unknown = {
    life: { position: null, requestedAt: null },
    figure: { promised: null, payout: null, loss: null },
    status: { requestedIn: null, source: null, asOfBlock: 990n },
  };
  expect(lines(unknown)).toEqual([
    "  Lido, from a position that is not known: waiting",
    "    ticket     lido:17",
    "    asked for  not known",
    "    pays now   not known",
    "    requested  at a block that is not known, transaction not in the log that was read",
    "    claimable  no date, the protocol names none; what it pays out before this cannot be read",
    "    read       not in the newest reading; so at block 990",
  ]);
});

test("a loss has a line of its own", () => {
  const given = { figure: { payout: 4n * ETHER, loss: ETHER } };
  expect(line("pays now", given)).toBe("4.0000 ETH");
  expect(line("lost", given)).toMatch(/^1\.0000 ETH less than asked for: stETH lost backing/);
});

test("at EigenLayer it is said that shares were queued", () => {
  expect(line("asked for", { life: { venue: "eigenlayer" } })).toBe(
    "5.0000 ETH, its shares at their price when last read",
  );
});

const over = { isOver: true, source: null };
const ended = { endedAt: 950n, endedIn: "0xc1", claimedBy: "account" };
test.each([
  [0n, "5.0000 ETH, what was due"],
  [-1_234n, "5.0000 ETH, −1,234 wei off what was due"],
  [null, "5.0000 ETH, not compared with what was due"],
])("one that was paid says what came: off by %s", (difference, text) => {
  const given = {
    life: { state: "claimed", ...ended },
    figure: { received: 5n * ETHER, difference },
    status: over,
  };
  expect(line("received", given)).toBe(text);
  expect(line("pays now", given)).toBeUndefined();
  expect(line("claimable", given)).toBeUndefined();
});

test.each([
  [ended, "in block 950, transaction 0xc1, claimed by the account"],
  [
    { ...ended, claimedBy: "stranger" },
    "in block 950, transaction 0xc1, claimed by somebody else for the account",
  ],
  [
    { ...ended, state: "lost", claimedBy: null },
    "in block 950, transaction 0xc1, taken back by the protocol or given away",
  ],
])("how one ended: %o", (life, text) => {
  expect(line("ended", { life: { state: "reconciled", ...life }, status: over })).toBe(text);
});
