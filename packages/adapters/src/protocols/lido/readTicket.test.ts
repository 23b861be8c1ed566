import type { AccountRef, TicketReading } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, type Change, devnetView, ETH, NOW } from "../../testing/devnetView.ts";
import { type FakeQueue, fakeQueue } from "../../testing/fakeQueue.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { words } from "../../testing/word.ts";
import { read } from "./read.ts";

const OTHER: AccountRef = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` as const };
const E27 = 10n ** 27n;

/** One share is worth 1.2 stETH. */
const TOTALS: readonly Change[] = [
  ["stETH", "getTotalPooledEther()", words(1_200_000n * ETH)],
  ["stETH", "getTotalShares()", words(1_000_000n * ETH)],
];

async function ticketsOf(queue: FakeQueue, { changes = [] as readonly Change[], accounts = [ACCOUNT] } = {}) {
  const reader = readerOf(devnetView(...TOTALS, ...fakeQueue(queue), ...changes));
  const reading = await read({ reader, deployment: FULL, accounts });
  return reading.accounts;
}

const own = (amount: bigint, shares: bigint) => ({ amount: amount * ETH, shares: shares * ETH });
const foreign = (amount: bigint) => ({ ...own(amount, amount), owner: OTHER.address });

describe("requests in Lido's queue", () => {
  it("are none while the account has none, and cost no second turn", async () => {
    const reader = readerOf(devnetView());
    const { accounts } = await read({ reader, deployment: FULL, accounts: [ACCOUNT] });
    expect(accounts[0]).toMatchObject({ tickets: [], missing: [] });
  });

  it("wait behind the stETH of everybody who asked before", async () => {
    const requests = [own(5n, 4n), foreign(30n), foreign(40n), own(12n, 10n)];
    const [{ tickets, missing } = { tickets: [], missing: [] }] = await ticketsOf({
      requests,
      lastFinalized: 1n,
      checkpoints: [{ from: 1n, rate: 2n * E27 }],
    });
    expect(missing).toEqual([]);
    expect(tickets[1]).toEqual({
      ticket: "lido:4",
      venue: "lido",
      position: "lido:wstETH",
      pays: [{ asset: "ETH", promised: 12n * ETH, payout: 12n * ETH }],
      value: 12n * ETH,
      state: "waiting",
      claimableFrom: null,
      ahead: 70n * ETH,
      requestedAt: null,
      stoppedBy: [],
      claim: { kind: "lido-request", requestId: 4n, hint: 0n },
      source: { kind: "call", contract: addressOf("withdrawalQueue"), method: "getWithdrawalStatus" },
    });
  });

  it("have nothing in front when they are next", async () => {
    const [account] = await ticketsOf({ requests: [foreign(9n), own(12n, 10n)], lastFinalized: 1n });
    expect(account?.tickets).toMatchObject([{ ticket: "lido:2", ahead: 0n, state: "waiting" }]);
  });

  it.each([
    ["no rewards while they wait: what was asked", own(12n, 11n), 12n * ETH],
    ["the whole amount at the rate of the request", own(12n, 10n), 12n * ETH],
    ["their shares at today's rate after a loss", own(13n, 10n), 12n * ETH],
  ])("will pay %s", async (_name, request, payout) => {
    const [account] = await ticketsOf({ requests: [request], lastFinalized: 0n });
    expect(account?.tickets).toMatchObject([
      { pays: [{ promised: request.amount, payout }], value: payout, state: "waiting" },
    ]);
  });

  it("pay exactly what their checkpoint says once they are finalised, whatever the rate is today", async () => {
    const checkpoints = [
      { from: 1n, rate: (13n * E27) / 10n },
      { from: 2n, rate: (11n * E27) / 10n },
    ];
    const requests = [own(12n, 10n), own(12n, 10n), own(10n, 10n)];
    const [account] = await ticketsOf({ requests, lastFinalized: 3n, checkpoints });
    const seen = account?.tickets.map(({ state, value, ahead, claim }) => ({ state, value, ahead, claim }));
    const claimable = { state: "claimable", ahead: 0n } as const;
    expect(seen).toEqual([
      { ...claimable, value: 12n * ETH, claim: { kind: "lido-request", requestId: 1n, hint: 1n } },
      { ...claimable, value: 11n * ETH, claim: { kind: "lido-request", requestId: 2n, hint: 2n } },
      { ...claimable, value: 10n * ETH, claim: { kind: "lido-request", requestId: 3n, hint: 2n } },
    ]);
  });

  it("can be claimed while the queue is paused and stETH is stopped", async () => {
    const changes: Change[] = [
      ["withdrawalQueue", "isPaused()", words(1n)],
      ["withdrawalQueue", "getResumeSinceTimestamp()", words(NOW + 9n)],
      ["stETH", "isStopped()", words(1n)],
    ];
    const checkpoints = [{ from: 1n, rate: 2n * E27 }];
    const [account] = await ticketsOf(
      { requests: [own(5n, 4n)], lastFinalized: 1n, checkpoints },
      { changes },
    );
    expect(account?.tickets).toMatchObject([{ state: "claimable", stoppedBy: [] }]);
  });

  it("are those that the account owns now: given away and claimed ones are not there", async () => {
    const requests = [own(5n, 4n), { ...own(6n, 5n), isClaimed: true }, foreign(7n)];
    const accounts = await ticketsOf({ requests, lastFinalized: 0n }, { accounts: [ACCOUNT, OTHER] });
    expect(accounts.map(({ tickets }) => tickets.map(({ ticket }) => ticket))).toEqual([
      ["lido:1"],
      ["lido:3"],
    ]);
  });

  it("never pay more than was promised, and add up ahead as the queue does", async () => {
    const request = fc.record({ amount: fc.bigInt(100n, 10n ** 21n), shares: fc.bigInt(100n, 10n ** 21n) });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 6 }), async (requests) => {
        const [account] = await ticketsOf({ requests, lastFinalized: 0n });
        const tickets: readonly TicketReading[] = account?.tickets ?? [];
        expect(tickets).toHaveLength(requests.length);
        let before = 0n;
        for (const [index, { pays, ahead, value }] of tickets.entries()) {
          const promised = requests[index]?.amount ?? 0n;
          expect(pays[0]?.promised).toBe(promised);
          expect((pays[0]?.payout ?? 0n) <= promised).toBe(true);
          expect([ahead, value]).toEqual([before, pays[0]?.payout]);
          before += promised;
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("what cannot be read of Lido's queue", () => {
  const queue: FakeQueue = {
    requests: [own(5n, 4n), own(6n, 5n), own(7n, 6n)],
    lastFinalized: 1n,
    checkpoints: [{ from: 1n, rate: 2n * E27 }],
  };
  const broken = (signature: string): Change => ["withdrawalQueue", signature, { revert: "0x" }];

  it.each<[string, Change, readonly string[], readonly string[]]>([
    ["which requests there are", broken("getWithdrawalRequests(address)"), [], ["ticket:lido:all"]],
    [
      "their status",
      broken("getWithdrawalStatus(uint256[])"),
      [],
      ["ticket:lido:1", "ticket:lido:2", "ticket:lido:3"],
    ],
    [
      "how far it is finalised",
      broken("getLastFinalizedRequestId()"),
      [],
      ["ticket:lido:1", "ticket:lido:2", "ticket:lido:3"],
    ],
    [
      "the checkpoint of one",
      broken("findCheckpointHints(uint256[],uint256,uint256)"),
      ["lido:2", "lido:3"],
      ["ticket:lido:1"],
    ],
    [
      "what one pays",
      broken("getClaimableEther(uint256[],uint256[])"),
      ["lido:2", "lido:3"],
      ["ticket:lido:1"],
    ],
    [
      "the rate of today",
      ["stETH", "getTotalShares()", "0x"],
      ["lido:1"],
      ["ticket:lido:2", "ticket:lido:3"],
    ],
    [
      "the rate of today: no shares",
      ["stETH", "getTotalShares()", words(0n)],
      ["lido:1"],
      ["ticket:lido:2", "ticket:lido:3"],
    ],
  ])("is missing, and takes only what hangs on it: %s", async (_name, change, tickets, missing) => {
    const [account] = await ticketsOf(queue, { changes: [change] });
    expect(account?.tickets.map(({ ticket }) => ticket)).toEqual(tickets);
    expect(account?.missing.map(({ subject }) => subject)).toEqual(missing);
  });

  it("leaves the place in the queue open where only that is not told", async () => {
    const [account] = await ticketsOf(queue, { changes: [broken("prefinalize(uint256[],uint256)")] });
    expect(account?.tickets.map(({ ahead }) => ahead)).toEqual([0n, 0n, null]);
    expect(account?.missing).toEqual([]);
  });

  it.each<[string, Change]>([
    [
      "another owner",
      ["withdrawalQueue", "getWithdrawalStatus(uint256[])", words(32n, 1n, 5n, 4n, 1n, 9n, 1n, 0n)],
    ],
    [
      "claimed",
      [
        "withdrawalQueue",
        "getWithdrawalStatus(uint256[])",
        words(32n, 1n, 5n, 4n, BigInt(ACCOUNT.address), 9n, 1n, 1n),
      ],
    ],
    [
      "no shares",
      [
        "withdrawalQueue",
        "getWithdrawalStatus(uint256[])",
        words(32n, 1n, 5n, 0n, BigInt(ACCOUNT.address), 9n, 1n, 0n),
      ],
    ],
    [
      "two records",
      ["withdrawalQueue", "getWithdrawalStatus(uint256[])", words(32n, 2n, ...Array<bigint>(12).fill(1n))],
    ],
    [
      "no checkpoint",
      ["withdrawalQueue", "findCheckpointHints(uint256[],uint256,uint256)", words(32n, 1n, 0n)],
    ],
    ["nothing to pay", ["withdrawalQueue", "getClaimableEther(uint256[],uint256[])", words(32n, 1n, 0n)]],
  ])("does not believe a finalised request with %s", async (_name, change) => {
    const one = { ...queue, requests: queue.requests.slice(0, 1) };
    const [account] = await ticketsOf(one, { changes: [change] });
    expect(account?.tickets).toEqual([]);
    expect(account?.missing).toMatchObject([{ subject: "ticket:lido:1" }]);
  });
});
