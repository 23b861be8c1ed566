import type { Snapshot, TicketLife } from "@ballast/core";
import { describe, expect, test } from "vitest";
import type { ClaimingProposal } from "./claimingOf.ts";
import { ticketsOf } from "./ticketsOf.ts";

const ETHER = 10n ** 18n;
const OPERATOR = `0x${"ab".repeat(20)}`;
const block = { chainId: 31337n, number: 1000n, hash: `0x${"0".repeat(64)}`, timestamp: 10_000n };
const source = { kind: "call", contract: OPERATOR, method: "getQueuedWithdrawal" };

const reading = (change: object = {}) => ({
  ticket: "eigenlayer:0x12ab34cd56ef7890",
  venue: "eigenlayer",
  position: `eigenlayer:stETH@${OPERATOR}`,
  pays: [{ asset: "stETH", promised: 40n * ETHER, payout: 40n * ETHER }],
  value: 40n * ETHER,
  state: "waiting",
  claimableFrom: 1100n,
  ahead: null,
  requestedAt: 900n,
  stoppedBy: [],
  source,
  ...change,
});

const life = (change: object = {}) =>
  ({
    ticket: "lido:3",
    venue: "lido",
    position: "lido:wstETH",
    state: "reconciled",
    figures: [
      {
        asset: "ETH",
        promised: 9n * ETHER,
        payout: 9n * ETHER,
        received: 9n * ETHER,
        loss: 0n,
        difference: 0n,
      },
    ],
    requestedAt: 10n,
    claimableFrom: null,
    ahead: null,
    stoppedBy: [],
    endedAt: 950n,
    endedIn: null,
    claimedBy: "account",
    ...change,
  }) as unknown as TicketLife;

type Given = { tickets?: object[]; stored?: TicketLife[]; missing?: string[]; proposals?: object[] };

const view = ({ tickets = [reading()], stored = [], missing = [], proposals = [] }: Given = {}) =>
  ticketsOf({
    stored: stored.map((each) => ({ life: each, asOfBlock: 990n as never })),
    snapshot: {
      block,
      tickets,
      missing: missing.map((subject) => ({ subject })),
    } as unknown as Snapshot,
    claiming: proposals as unknown as ClaimingProposal[],
    base: "/31337-0xc",
  });

const first = (given: Given = {}) => view(given).open[0];

describe("withdrawals under way", () => {
  test("a waiting one says what it left, what it pays, and from which block it can be claimed", () => {
    expect(first()).toMatchObject({
      name: "EigenLayer ticket 0x12ab34cd…",
      left: "from stETH",
      operator: { name: "0xABaB…ABaB" },
      look: { word: "Waiting" },
      payments: [{ promised: "40.0000\u00a0stETH", pays: "40.0000\u00a0stETH", loss: null }],
      when: { kind: "block", block: "1,100", at: 11_200 },
      next: "Nothing to do until then",
      stale: "",
    });
  });

  test("what is no longer paid of the promise is a loss, rounded up", () => {
    const pays = [{ asset: "stETH", promised: 40n * ETHER, payout: 36n * ETHER - 1n }];
    expect(first({ tickets: [reading({ pays })] })?.payments).toMatchObject([
      { pays: "35.9999\u00a0stETH", loss: "4.0001\u00a0stETH" },
    ]);
  });

  test.each([
    [
      "claimable now",
      { state: "claimable", claimableFrom: null },
      { when: { kind: "now" }, look: { word: "Claimable" } },
    ],
    [
      "claimable, but stopped",
      { state: "claimable", stoppedBy: ["claims-paused"] },
      {
        when: { kind: "stopped", because: "claims are paused" },
        next: "No claim is proposed while that lasts",
      },
    ],
    [
      "without a date, with the queue before it",
      { claimableFrom: null, ahead: 1234n * ETHER },
      { when: { kind: "no-date", ahead: "1,234.00\u00a0ETH" } },
    ],
    [
      "without a date and nothing known of the queue",
      { claimableFrom: null },
      { when: { kind: "no-date", ahead: "" } },
    ],
  ])("%s", (_name, change, shown) => {
    expect(first({ tickets: [reading(change)] })).toMatchObject(shown);
  });

  test("one that pays nothing has ended, and says why, although the chain still lists it", () => {
    const pays = [{ asset: "stETH", promised: 40n * ETHER, payout: 0n }];
    const shown = view({ tickets: [reading({ state: "claimable", claimableFrom: 980n, pays, value: 0n })] });
    expect(shown.open).toEqual([]);
    expect(shown.ended).toMatchObject([
      {
        look: { word: "Pays nothing" },
        payments: [{ promised: "40.0000\u00a0stETH", pays: "0.0000\u00a0stETH", loss: "40.0000\u00a0stETH" }],
        when: { kind: "ended", block: "980" },
        next: "All of it was lost while it waited; there is nothing to claim",
      },
    ]);
  });

  test.each([
    ["posted", "Sign proposal 7"],
    ["ready", "Execute proposal 7"],
  ])("one that a %s proposal claims leads there", (state, next) => {
    const proposals = [{ claims: ["eigenlayer:0x12ab34cd56ef7890"], nonce: 7n, safeTxHash: "0xf", state }];
    expect(first({ tickets: [reading({ state: "claimable" })], proposals })).toMatchObject({
      look: { word: "Claim proposed" },
      next,
      href: "/31337-0xc/proposals/0xf",
    });
  });

  test("the newest reading wins over what is stored, which says what was promised", () => {
    const ticket = "eigenlayer:0x12ab34cd56ef7890" as TicketLife["ticket"];
    const shown = view({ stored: [life({ ticket, state: "requested", endedAt: null })] });
    expect(shown.open).toHaveLength(1);
    expect(shown.open[0]?.look.word).toBe("Waiting");
  });

  test("what is open in storage and not in the reading is shown as old, and makes the value unknown", () => {
    const shown = view({ stored: [life({ state: "waiting", endedAt: null })] });
    expect(shown.open[1]).toMatchObject({ stale: "Not in the newest reading; so at block 990" });
    expect(shown.value).toBeNull();
  });

  test("a ticket that could not be read makes the value unknown, never smaller", () => {
    expect(view({ missing: ["ticket:lido:9"] }).value).toBeNull();
    expect(view().value).toBe("40.00\u00a0ETH");
  });

  test("what ended is apart, the newest first, five at most", () => {
    const stored = [1, 2, 3, 4, 5, 6].map((each) => life({ ticket: `lido:${each}`, endedAt: BigInt(each) }));
    expect(view({ stored }).ended.map(({ name }) => name)).toEqual(
      [6, 5, 4, 3, 2].map((each) => `Lido ticket ${each}`),
    );
  });

  test.each([
    [{}, "Paid what was due"],
    [{ claimedBy: "stranger" }, "Paid what was due; somebody else claimed it"],
    [{ state: "claimed", figures: [{ difference: null }] }, "Paid; not compared with what was due"],
    [{ state: "claimed", figures: [{ difference: -5n }] }, "Paid, but not what was due"],
    [{ state: "lost" }, "Nothing will be paid"],
  ])("an ended one %o says: %s", (change, next) => {
    const figures = [
      { asset: "ETH", promised: null, payout: null, received: null, loss: null, difference: null },
    ];
    const merged = {
      ...change,
      ...("figures" in change
        ? { figures: figures.map((each, at) => ({ ...each, ...change.figures?.[at] })) }
        : {}),
    };
    expect(view({ stored: [life(merged)] }).ended[0]?.next).toBe(next);
  });
});
