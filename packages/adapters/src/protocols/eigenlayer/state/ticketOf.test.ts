import { blockNumber, type EigenLayerWithdrawal } from "@ballast/core";
import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { ETH } from "../../../testing/devnetView.ts";
import { words } from "../../../testing/word.ts";
import { EL, OPERATOR, OTHER_OPERATOR, STETH_TOKEN } from "../testing/eigenlayerDeployment.ts";
import {
  type Change,
  queued,
  returned,
  TOKEN_BALANCE,
  TOTAL_SHARES,
  WAIT,
  WITHDRAWAL,
} from "../testing/eigenlayerView.ts";
import { readEigenlayer } from "../testing/readEigenlayer.ts";
import { ticketIdOf } from "../ticketIdOf.ts";
import { NATIVE_ETHER } from "./nativeEther.ts";

const tokensFor = (shares: bigint) => ((TOKEN_BALANCE + 1000n) * shares) / (TOTAL_SHARES + 1000n);
const listOf = (withdrawal: EigenLayerWithdrawal, ...shares: readonly bigint[]): Change => [
  "delegationManager",
  "getQueuedWithdrawals(address)",
  queued({ withdrawal, shares }),
];
const magnitudesThen = (...magnitudes: readonly bigint[]): Change => [
  "allocationManager",
  "getMaxMagnitudesAtBlock(address,address[],uint32)",
  returned("getMaxMagnitudesAtBlock", magnitudes),
];
async function accountAt(block: bigint, ...changes: Change[]) {
  return (await readEigenlayer({ block, changes })).reading.accounts[0];
}
const ticketAt = async (block: bigint, ...changes: Change[]) =>
  (await accountAt(block, ...changes))?.tickets[0];

const LAST_SLASHABLE = WITHDRAWAL.startBlock + WAIT;

describe("a queued withdrawal", () => {
  it("is a ticket with everything that its claim needs", async () => {
    const ticket = await ticketAt(550n, listOf(WITHDRAWAL, 36n * ETH));
    expect(ticket).toEqual({
      ticket: ticketIdOf(WITHDRAWAL),
      venue: "eigenlayer",
      position: `eigenlayer:stETH@${OPERATOR}`,
      pays: [{ asset: "stETH", promised: tokensFor(40n * ETH), payout: tokensFor(36n * ETH) }],
      value: tokensFor(36n * ETH),
      state: "waiting",
      claimableFrom: LAST_SLASHABLE + 1n,
      ahead: null,
      requestedAt: 500n,
      stoppedBy: [],
      claim: { kind: "eigenlayer-withdrawal", withdrawal: WITHDRAWAL, tokens: [STETH_TOKEN] },
      source: { kind: "call", contract: EL.delegationManager, method: "getQueuedWithdrawals" },
    });
  });

  it.each([
    ["before the last slashable block", LAST_SLASHABLE - 1n, "waiting"],
    ["in the last slashable block, in which a slash still counts", LAST_SLASHABLE, "waiting"],
    ["one block later", LAST_SLASHABLE + 1n, "claimable"],
    ["long after", LAST_SLASHABLE + 10_000n, "claimable"],
  ])("is %s %s", async (_name, block, state) => {
    expect((await ticketAt(block, listOf(WITHDRAWAL, 36n * ETH)))?.state).toBe(state);
  });

  it.each([
    ["nothing slashed since", ETH, 40n * ETH, 40n * ETH],
    ["queued after a slash: what was lost before was never promised", (9n * ETH) / 10n, 36n * ETH, 36n * ETH],
    ["slashed while it waits", ETH, 25n * ETH, 40n * ETH],
    ["slashed to nothing: it completes and pays nothing", ETH, 0n, 40n * ETH],
  ])("promises what it was queued for and pays what is left: %s", async (_name, then, now, promised) => {
    const ticket = await ticketAt(550n, listOf(WITHDRAWAL, now), magnitudesThen(then));
    expect(ticket?.pays).toEqual([{ asset: "stETH", promised: tokensFor(promised), payout: tokensFor(now) }]);
  });

  it("pays at today's share price, a rebase up or down included", async () => {
    const half: Change = ["stETH", "balanceOf(address)", words(TOKEN_BALANCE / 2n)];
    const ticket = await ticketAt(550n, listOf(WITHDRAWAL, 40n * ETH), half);
    const payout = ((TOKEN_BALANCE / 2n + 1000n) * (40n * ETH)) / (TOTAL_SHARES + 1000n);
    expect(ticket?.pays[0]).toMatchObject({ promised: payout, payout });
  });

  it.each<[string, Partial<EigenLayerWithdrawal>, string]>([
    ["of somebody who had delegated to nobody", { delegatedTo: zeroAddress }, "eigenlayer:stETH"],
    [
      "of an operator that was left since",
      { delegatedTo: OTHER_OPERATOR },
      `eigenlayer:stETH@${OTHER_OPERATOR}`,
    ],
  ])("belongs to the position that it left: %s", async (_name, change, position) => {
    const withdrawal = { ...WITHDRAWAL, ...change };
    const ticket = await ticketAt(550n, listOf(withdrawal, 36n * ETH));
    expect([ticket?.position, ticket?.ticket]).toEqual([position, ticketIdOf(withdrawal)]);
  });

  it("adds up a strategy that it names twice", async () => {
    const twice = {
      ...WITHDRAWAL,
      strategies: [EL.stETHStrategy, EL.stETHStrategy],
      scaledShares: [3n * ETH, 5n * ETH],
    };
    const ticket = await ticketAt(550n, listOf(twice, 2n * ETH, 5n * ETH), magnitudesThen(ETH, ETH));
    expect(ticket?.pays).toEqual([
      {
        asset: "stETH",
        promised: tokensFor(3n * ETH) + tokensFor(5n * ETH),
        payout: tokensFor(2n * ETH) + tokensFor(5n * ETH),
      },
    ]);
    expect(ticket?.claim).toMatchObject({ tokens: [STETH_TOKEN, STETH_TOKEN] });
  });
});

describe("a ticket that cannot be read", () => {
  const STRANGER = `0x${"77".repeat(20)}` as const;

  it.each<[string, readonly `0x${string}`[], RegExp]>([
    ["over a strategy that is not listed", [STRANGER], /strategy 0x7777.*does not list/],
    ["over a listed and an unlisted one", [EL.stETHStrategy, STRANGER], /does not list/],
    ["of native ETH", [NATIVE_ETHER], /native ETH from an EigenPod/],
    ["over nothing", [], /names no strategy/],
  ])("is missing by its own name: %s", async (_name, strategies, text) => {
    const scaledShares = strategies.map(() => ETH);
    const withdrawal = { ...WITHDRAWAL, strategies, scaledShares };
    const account = await accountAt(550n, listOf(withdrawal, ...scaledShares));
    expect(account?.tickets).toEqual([]);
    expect(account?.missing).toMatchObject([
      { subject: `ticket:${ticketIdOf(withdrawal)}`, code: "unexpected", retry: false },
    ]);
    expect(account?.missing[0]?.detail).toMatch(text);
  });

  it.each<[string, readonly Change[]]>([
    ["fewer shares than strategies", [listOf(WITHDRAWAL)]],
    ["fewer magnitudes than strategies", [listOf(WITHDRAWAL, ETH), magnitudesThen()]],
  ])("is missing when there are %s", async (_name, changes) => {
    const account = await accountAt(550n, ...changes);
    expect(account?.tickets).toEqual([]);
    expect(account?.missing).toMatchObject([{ code: "short-data" }]);
  });

  it("does not take another ticket with it", async () => {
    const other = { ...WITHDRAWAL, nonce: 4n, strategies: [STRANGER] };
    const both = queued({ withdrawal: other, shares: [1n] }, { withdrawal: WITHDRAWAL, shares: [36n * ETH] });
    const account = await accountAt(550n, ["delegationManager", "getQueuedWithdrawals(address)", both]);
    expect(account?.tickets.map(({ ticket }) => ticket)).toEqual([ticketIdOf(WITHDRAWAL)]);
    expect(account?.missing.map(({ subject }) => subject)).toEqual([`ticket:${ticketIdOf(other)}`]);
  });
});

describe("what stops a claim", () => {
  it.each<[string, bigint, bigint, readonly string[]]>([
    ["nothing", 0n, 0n, []],
    ["new delegations and the entrance of the queue paused do not", 0b011n, 0b01n, []],
    ["the exit of the queue paused", 0b100n, 0n, ["claims-paused"]],
    ["the strategy's payouts paused: as shares it completes", 0n, 0b10n, ["token-withdrawals-paused"]],
    ["everything paused", 2n ** 256n - 1n, 2n ** 256n - 1n, ["claims-paused", "token-withdrawals-paused"]],
  ])("%s", async (_name, manager, strategy, stoppedBy) => {
    const ticket = await ticketAt(
      700n,
      listOf(WITHDRAWAL, 36n * ETH),
      ["delegationManager", "paused()", words(manager)],
      ["stETHStrategy", "paused()", words(strategy)],
    );
    expect(ticket).toMatchObject({ state: "claimable", stoppedBy });
  });

  it("is not the whitelist: it stops deposits only", async () => {
    const off: Change = ["strategyManager", "strategyIsWhitelistedForDeposit(address)", words(0n)];
    expect((await ticketAt(700n, listOf(WITHDRAWAL, ETH), off))?.stoppedBy).toEqual([]);
  });
});

describe("recorded windows of the real contracts", () => {
  /** Delay 10, queued in block 342, slashed 25 % in block 352: the last slashable one. Recorded scenario h04. */
  const QUEUED_AT = { startBlock: blockNumber(342n), scaledShares: [100n * ETH] };
  const TEN: Change = ["delegationManager", "minWithdrawalDelayBlocks()", words(10n)];

  it.each([
    [351n, 100n * ETH, "waiting"],
    [352n, 75n * ETH, "waiting"],
    [353n, 75n * ETH, "claimable"],
  ])("at block %s the withdrawal gives %s and is %s", async (block, shares, state) => {
    const ticket = await ticketAt(block, listOf({ ...WITHDRAWAL, ...QUEUED_AT }, shares), TEN);
    expect(ticket).toMatchObject({ state, claimableFrom: 353n });
    expect(ticket?.pays[0]?.payout).toBe(tokensFor(shares));
  });
});
