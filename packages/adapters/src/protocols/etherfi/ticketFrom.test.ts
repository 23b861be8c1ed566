import { type TicketId, ticketId } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPinnedReader } from "../../chain/createPinnedReader.ts";
import { addressOf, type Change, devnetView, ETH, NOW } from "../../testing/devnetView.ts";
import { fakeChain } from "../../testing/fakeChain.ts";
import { deadSource, fakeSource } from "../../testing/fakeNode.ts";
import { ACCOUNT, BLOCK, HEADERS, readerOf } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { words } from "../../testing/word.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { read } from "./read.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;
const REVERT = { revert: "0x08c379a0" } as const;

type Request = {
  readonly owner?: bigint;
  readonly amount: bigint;
  readonly share: bigint;
  readonly isValid?: boolean;
  /** What getClaimableAmount says; reverts when absent, as for one that is not finalised. */
  readonly claimable?: bigint;
};

/** The NFT with these requests; the others do not exist. */
function nftWith(requests: Readonly<Record<string, Request>>): readonly Change[] {
  const at = (id: bigint): Request | undefined => requests[`${id}`];
  const owner = ([id = 0n]: readonly bigint[]) => {
    const request = at(id);
    return request === undefined ? REVERT : words(request.owner ?? BigInt(ACCOUNT.address));
  };
  const kept = ([id = 0n]: readonly bigint[]) => {
    const { amount = 0n, share = 0n, isValid = true } = at(id) ?? { isValid: false };
    return words(amount, share, isValid ? 1n : 0n, 0n);
  };
  const claimable = ([id = 0n]: readonly bigint[]) => {
    const amount = at(id)?.claimable;
    return amount === undefined ? REVERT : words(amount);
  };
  return [
    ["withdrawRequestNFT", "ownerOf(uint256)", owner],
    ["withdrawRequestNFT", "getRequest(uint256)", kept],
    ["withdrawRequestNFT", "getClaimableAmount(uint256)", claimable],
  ];
}

/** One share is worth 1.2 eETH; requests up to 40 are finalised. */
const TOTALS: readonly Change[] = [
  ["liquidityPool", "getTotalPooledEther()", words(1_200_000n * ETH)],
  ["eETH", "totalShares()", words(1_000_000n * ETH)],
];

const open = (...ids: readonly (bigint | TicketId)[]) =>
  ids.map((id) => ({
    account: ACCOUNT.address,
    ticket: typeof id === "bigint" ? ticketId(`etherfi:${id}`) : id,
  }));

async function ticketsOf(
  requests: Readonly<Record<string, Request>>,
  { ids = Object.keys(requests).map(BigInt), changes = [] as readonly Change[] } = {},
) {
  const reader = readerOf(devnetView(...TOTALS, ...nftWith(requests), ...changes));
  const openTickets = open(...ids);
  const [account] = (await read({ reader, deployment: FULL, accounts: [ACCOUNT], openTickets })).accounts;
  return { tickets: account?.tickets ?? [], missing: account?.missing ?? [] };
}

describe("requests of ether.fi", () => {
  it("wait, and are promised what was asked", async () => {
    const { tickets, missing } = await ticketsOf({ 41: { amount: 12n * ETH, share: 10n * ETH } });
    expect(missing).toEqual([]);
    expect(tickets).toEqual([
      {
        ticket: "etherfi:41",
        venue: "etherfi",
        position: "etherfi:weETH",
        pays: [{ asset: "ETH", promised: 12n * ETH, payout: 12n * ETH }],
        value: 12n * ETH,
        state: "waiting",
        claimableFrom: null,
        ahead: null,
        requestedAt: null,
        stoppedBy: [],
        claim: { kind: "etherfi-request", requestId: 41n },
        source: { kind: "call", contract: addressOf("withdrawRequestNFT"), method: "getRequest" },
      },
    ]);
  });

  it.each<[string, Request, bigint]>([
    ["what was asked, though the shares are worth more", { amount: 11n * ETH, share: 10n * ETH }, 11n * ETH],
    ["what the shares are worth after a loss", { amount: 13n * ETH, share: 10n * ETH }, 12n * ETH],
  ])("would pay %s", async (_name, request, payout) => {
    expect((await ticketsOf({ 41: request })).tickets).toMatchObject([
      { pays: [{ promised: request.amount, payout }], value: payout },
    ]);
  });

  it("pay exactly what the contract says once they are finalised, whatever the rate is today", async () => {
    const { tickets } = await ticketsOf({ 40: { amount: 13n * ETH, share: 10n * ETH, claimable: 125n } });
    expect(tickets).toMatchObject([
      { state: "claimable", ahead: 0n, value: 125n, pays: [{ promised: 13n * ETH, payout: 125n }] },
    ]);
  });

  it("never pay more than was promised", async () => {
    const amounts = fc.bigInt(1n, 10n ** 24n);
    await fc.assert(
      fc.asyncProperty(amounts, amounts, async (amount, share) => {
        const [ticket] = (await ticketsOf({ 41: { amount, share } })).tickets;
        const payout = ticket?.pays[0]?.payout ?? -1n;
        expect(payout >= 0n && payout <= amount).toBe(true);
        expect(ticket?.value).toBe(payout);
      }),
      { numRuns: 25 },
    );
  });

  it("pay nothing while they are invalidated, and say so", async () => {
    const { tickets } = await ticketsOf({ 41: { amount: 12n * ETH, share: 10n * ETH, isValid: false } });
    expect(tickets).toMatchObject([
      {
        state: "waiting",
        value: 0n,
        pays: [{ promised: 12n * ETH, payout: 0n }],
        stoppedBy: ["invalidated"],
      },
    ]);
  });

  it.each<[string, Change, readonly string[]]>([
    [
      "the account is blocked",
      ["blacklister", "blacklistedUntil(address)", words(NOW + 1n)],
      ["blacklisted"],
    ],
    ["eETH is paused, which a claim burns", ["eETH", "paused()", words(1n)], ["claims-paused"]],
    ["eETH is paused for a time", ["eETH", "pausedUntil()", words(NOW)], ["claims-paused"]],
    ["the pool is paused", ["liquidityPool", "paused()", words(1n)], []],
    ["the requests are paused", ["withdrawRequestNFT", "paused()", words(1n)], []],
    ["weETH is paused", ["weETH", "pausedUntil()", words(NOW)], []],
  ])("can be claimed or not while %s", async (_name, change, stoppedBy) => {
    const request = { amount: 12n, share: 10n, claimable: 12n };
    expect((await ticketsOf({ 40: request }, { changes: [change] })).tickets).toMatchObject([{ stoppedBy }]);
  });

  it("are nobody's ticket when they were claimed, by whomever, or given away", async () => {
    const requests = { 41: { amount: 5n, share: 4n, owner: BigInt(OTHER.address) } };
    const read = await ticketsOf(requests, { ids: [39n, 41n] });
    expect(read).toEqual({ tickets: [], missing: [] });
  });

  it("are those that events say are open, each once, of the accounts that are read, of this venue", async () => {
    const requests = { 41: { amount: 5n, share: 4n }, 42: { amount: 5n, share: 4n } };
    const reader = readerOf(devnetView(...TOTALS, ...nftWith(requests)));
    const openTickets = [
      ...open(41n, 41n, ticketId("lido:42")),
      { account: `0x${"77".repeat(20)}` as const, ticket: ticketId("etherfi:42") },
    ];
    const reading = await read({ reader, deployment: FULL, accounts: [ACCOUNT, OTHER], openTickets });
    expect(reading.accounts.map(({ tickets }) => tickets.map(({ ticket }) => ticket))).toEqual([
      ["etherfi:41"],
      [],
    ]);
  });

  it("are read in the request of everything else", async () => {
    const view = devnetView(...TOTALS, ...nftWith({ 40: { amount: 5n, share: 4n, claimable: 5n } }));
    const source = fakeSource(fakeChain({ headers: HEADERS, multicall: FULL.multicall, view }));
    const reader = createPinnedReader({ source, block: BLOCK, multicall: FULL.multicall });
    const request = { reader, deployment: FULL, accounts: [ACCOUNT], openTickets: open(40n) };
    expect((await read(request)).accounts[0]?.tickets).toHaveLength(1);
    expect(source.sent).toHaveLength(1);
  });
});

describe("what cannot be read of a request", () => {
  const request = { amount: 12n, share: 10n, claimable: 12n };

  it.each<[string, bigint, Change]>([
    ["its owner, though it is kept", 40n, ["withdrawRequestNFT", "ownerOf(uint256)", REVERT]],
    ["what it remembers", 40n, ["withdrawRequestNFT", "getRequest(uint256)", REVERT]],
    ["half of what it remembers", 40n, ["withdrawRequestNFT", "getRequest(uint256)", words(1n, 2n)]],
    ["what it pays", 40n, ["withdrawRequestNFT", "getClaimableAmount(uint256)", REVERT]],
    ["how far it is finalised", 40n, ["withdrawRequestNFT", "lastFinalizedRequestId()", "0x"]],
    ["whether the account is blocked", 40n, ["blacklister", "blacklistedUntil(address)", "0x"]],
    ["whether eETH stands still", 40n, ["eETH", "paused()", { revert: "0x01" }]],
    ["the rate while it waits", 41n, ["eETH", "totalShares()", "0x"]],
  ])("is missing, never gone: %s", async (_name, id, change) => {
    const read = await ticketsOf({ [`${id}`]: request }, { changes: [change] });
    expect(read.tickets).toEqual([]);
    expect(read.missing.map(({ subject }) => subject)).toContain(`ticket:etherfi:${id}`);
  });

  it("is missing when the source is down, not taken for burnt", async () => {
    const reader = createPinnedReader({ source: deadSource(), block: BLOCK, multicall: FULL.multicall });
    const reading = await read({ reader, deployment: FULL, accounts: [ACCOUNT], openTickets: open(41n) });
    const said = reading.accounts[0]?.missing.filter(({ subject }) => subject === "ticket:etherfi:41");
    expect(said).toMatchObject([{ code: "rpc", retry: true }]);
  });

  it("is missing where the deployment has no NFT to ask", async () => {
    const { withdrawRequestNFT: _, ...contracts } = FULL.venues[ETHERFI_ID] ?? {};
    const deployment = { ...FULL, venues: { ...FULL.venues, [ETHERFI_ID]: contracts } };
    const reader = readerOf(devnetView());
    const reading = await read({ reader, deployment, accounts: [ACCOUNT], openTickets: open(41n) });
    expect(reading.accounts[0]?.missing).toMatchObject([{ subject: "ticket:etherfi:41", retry: false }]);
  });
});
