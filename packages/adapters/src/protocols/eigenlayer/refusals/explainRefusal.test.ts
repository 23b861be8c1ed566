import { blockNumber, unixSeconds } from "@ballast/core";
import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { ETH, NOW } from "../../../testing/devnetView.ts";
import { ACCOUNT } from "../../../testing/fakeReader.ts";
import { words } from "../../../testing/word.ts";
import { eigenStrategies } from "../strategies.ts";
import { EL, EL_DEPLOYMENT, OPERATOR, OTHER_OPERATOR } from "../testing/eigenlayerDeployment.ts";
import {
  type Change,
  queued,
  returned,
  SHARES,
  TOKEN_BALANCE,
  WITHDRAWAL,
} from "../testing/eigenlayerView.ts";
import { readEigenlayer } from "../testing/readEigenlayer.ts";
import { ticketIdOf } from "../ticketIdOf.ts";
import type { DelegateStep } from "./explainDelegate.ts";
import { type EigenLayerStep, explainRefusal } from "./explainRefusal.ts";
import type { EigenLayerReading } from "./reading.ts";

const [STETH] = eigenStrategies(EL_DEPLOYMENT);
if (STETH === undefined) throw new Error("the test deployment lost its strategy");

async function readingOf({
  changes = [],
  block = 700n,
}: {
  changes?: readonly Change[];
  block?: bigint;
}): Promise<EigenLayerReading> {
  const { reading } = await readEigenlayer({ changes, block });
  const [account] = reading.accounts;
  if (account === undefined) throw new Error("no account was read");
  return { venue: reading, account };
}
const refusalOf = async (step: EigenLayerStep, ...changes: readonly Change[]) =>
  explainRefusal(await readingOf({ changes }), step);

const paused = (contract: Change[0], bitmap: bigint): Change => [contract, "paused()", words(bitmap)];
const delegated = (operator: `0x${string}`): Change => [
  "delegationManager",
  "delegatedTo(address)",
  returned("delegatedTo", operator),
];
const magnitude = (value: bigint): Change => [
  "allocationManager",
  "getMaxMagnitudes(address,address[])",
  returned("getMaxMagnitudes", [value]),
];
const NOBODY = delegated(zeroAddress);
const SLASHED = magnitude(0n);

type Row = readonly [name: string, changes: readonly Change[], step: object, error: string | null];

describe("a deposit", () => {
  const step = { kind: "deposit", strategy: STETH, amount: ETH } as const;
  const whitelist: Change = ["strategyManager", "strategyIsWhitelistedForDeposit(address)", words(0n)];
  const plain: Change = ["stETHStrategy", "getTVLLimits()", { revert: "0x" }];
  const limits = (each: bigint, all: bigint): Change => ["stETHStrategy", "getTVLLimits()", words(each, all)];

  it.each<Row>([
    ["on a calm day", [], {}, null],
    ["without an operator", [NOBODY], {}, null],
    ["while deposits are paused", [paused("strategyManager", 1n)], {}, "CurrentlyPaused"],
    ["while another bit is set", [paused("strategyManager", 2n)], {}, null],
    ["into a strategy off the whitelist", [whitelist], {}, "StrategyNotWhitelisted"],
    ["while the strategy takes none", [paused("stETHStrategy", 1n)], {}, "CurrentlyPaused"],
    ["while the strategy only pays none out", [paused("stETHStrategy", 2n)], {}, null],
    ["exactly at the limit of one", [limits(ETH, 10_000n * ETH)], {}, null],
    ["a wei above the limit of one", [limits(ETH - 1n, 10_000n * ETH)], {}, "MaxPerDepositExceedsMax"],
    ["that fills the strategy exactly", [limits(ETH, TOKEN_BALANCE + ETH)], {}, null],
    ["a wei more than fits", [limits(ETH, TOKEN_BALANCE + ETH - 1n)], {}, "BalanceExceedsMaxTotalDeposits"],
    ["of any size without limits", [plain], { amount: 10n ** 30n }, null],
    ["of nothing", [], { amount: 0n }, "NewSharesZero"],
    [
      "too small for a share",
      [["stETHStrategy", "sharesToUnderlyingView(uint256)", words(3n * ETH)]],
      { amount: 2n },
      "NewSharesZero",
    ],
    ["with an operator that was slashed to nothing", [SLASHED], {}, "FullySlashed"],
    ["without an operator, whoever was slashed", [NOBODY, SLASHED], {}, null],
    ["when the pause is unknown", [["strategyManager", "paused()", "0x"]], {}, "CouldNotTell"],
    [
      "when the whitelist is unknown",
      [["strategyManager", "strategyIsWhitelistedForDeposit(address)", "0x"]],
      {},
      "CouldNotTell",
    ],
    [
      "when the operator is unknown",
      [["delegationManager", "delegatedTo(address)", "0x"]],
      {},
      "CouldNotTell",
    ],
    [
      "when the magnitude is unknown",
      [["allocationManager", "getMaxMagnitudes(address,address[])", "0x"]],
      {},
      "CouldNotTell",
    ],
    [
      "when the rate is unknown",
      [["stETHStrategy", "sharesToUnderlyingView(uint256)", "0x"]],
      {},
      "CouldNotTell",
    ],
    [
      "when what lies in the strategy is unknown",
      [["stETH", "balanceOf(address)", "0x"]],
      {},
      "CouldNotTell",
    ],
  ])("%s", async (_name, changes, change, error) => {
    expect((await refusalOf({ ...step, ...change }, ...changes))?.error ?? null).toBe(error);
  });

  it("names first what the contract checks first", async () => {
    const all = [paused("strategyManager", 1n), whitelist, paused("stETHStrategy", 1n), SLASHED];
    const errors = await Promise.all(
      [0, 1, 2, 3].map(async (from) => (await refusalOf(step, ...all.slice(from)))?.text),
    );
    expect(errors[0]).toMatch(/^Deposits are paused.*strategyManager.*bit 0/);
    expect(errors[1]).toMatch(/no more deposits/);
    expect(errors[2]).toMatch(/^Deposits of stETH are paused.*stETHStrategy/);
    expect(errors[3]).toMatch(/slashed to nothing/);
  });
});

describe("a delegation", () => {
  const operator: DelegateStep["operator"] = {
    address: OTHER_OPERATOR,
    isRegistered: true,
    approver: null,
    magnitudes: { stETH: ETH },
  };
  const now = unixSeconds(NOW);
  const step = { kind: "delegate", operator, approval: null, now } as const;
  const approved = { ...operator, approver: EL.strategyManager };
  const approval = { expiry: now, isSaltSpent: false };

  it.each<Row>([
    ["by somebody without an operator", [NOBODY], {}, null],
    ["by somebody with one", [], {}, "ActivelyDelegated"],
    [
      "to somebody who is no operator",
      [NOBODY],
      { operator: { ...operator, isRegistered: false } },
      "OperatorNotRegistered",
    ],
    ["without the signature that the approver gives", [NOBODY], { operator: approved }, "InvalidSignature"],
    ["with it, in its last second", [NOBODY], { operator: approved, approval }, null],
    [
      "a second later",
      [NOBODY],
      { operator: approved, approval, now: unixSeconds(NOW + 1n) },
      "SignatureExpired",
    ],
    [
      "with a salt that was used",
      [NOBODY],
      { operator: approved, approval: { ...approval, isSaltSpent: true } },
      "SaltSpent",
    ],
    [
      "with a used salt where nobody approves: it is not looked at",
      [NOBODY],
      { approval: { ...approval, isSaltSpent: true } },
      null,
    ],
    ["while new delegations are paused", [NOBODY, paused("delegationManager", 1n)], {}, "CurrentlyPaused"],
    ["while only the queue is paused", [NOBODY, paused("delegationManager", 6n)], {}, null],
    [
      "to an operator that was slashed to nothing",
      [NOBODY],
      { operator: { ...operator, magnitudes: { stETH: 0n } } },
      "FullySlashed",
    ],
    [
      "to an operator whose magnitude was not read",
      [NOBODY],
      { operator: { ...operator, magnitudes: {} } },
      "CouldNotTell",
    ],
    [
      "when the account's operator is unknown",
      [["delegationManager", "delegatedTo(address)", "0x"]],
      {},
      "CouldNotTell",
    ],
  ])("%s", async (_name, changes, change, error) => {
    expect((await refusalOf({ ...step, ...change }, ...changes))?.error ?? null).toBe(error);
  });
});

describe("a withdrawal", () => {
  const step = { kind: "queue", strategy: EL.stETHStrategy, depositShares: SHARES } as const;
  const empty: Change = [
    "delegationManager",
    "getWithdrawableShares(address,address[])",
    returned("getWithdrawableShares", [[0n], [0n]]),
  ];

  it.each<Row>([
    ["of everything", [], {}, null],
    ["of everything after a full slash: it passes and gives nothing", [SLASHED], {}, null],
    ["of a share too much", [], { depositShares: SHARES + 1n }, "SharesAmountTooHigh"],
    ["of nothing", [], { depositShares: 0n }, "SharesAmountZero"],
    ["where nothing is held", [empty], { depositShares: 1n }, "SharesAmountTooHigh"],
    ["from another strategy", [], { strategy: EL.strategyManager, depositShares: 1n }, "SharesAmountTooHigh"],
    ["while the entrance of the queue is paused", [paused("delegationManager", 2n)], {}, "CurrentlyPaused"],
    ["while its exit is paused", [paused("delegationManager", 4n)], {}, null],
    ["when the pause is unknown", [["delegationManager", "paused()", "0x"]], {}, "CouldNotTell"],
    [
      "when the shares are unknown",
      [["delegationManager", "getWithdrawableShares(address,address[])", "0x"]],
      {},
      "CouldNotTell",
    ],
  ])("%s", async (_name, changes, change, error) => {
    expect((await refusalOf({ ...step, ...change }, ...changes))?.error ?? null).toBe(error);
  });

  it("is told in deposit shares, whichever of its two errors the contract would give", async () => {
    const refusal = await refusalOf({ ...step, depositShares: SHARES + 1n });
    expect(refusal?.text).toContain(
      `has ${SHARES} deposit shares in the strategy, ${SHARES + 1n} are asked for`,
    );
  });
});

describe("leaving the operator", () => {
  it.each<[string, readonly Change[], string | null]>([
    ["by somebody with one", [], null],
    ["by somebody without one", [NOBODY], "NotActivelyDelegated"],
    ["by an operator itself", [delegated(ACCOUNT.address)], "OperatorsCannotUndelegate"],
    ["while the entrance of the queue is paused", [paused("delegationManager", 2n)], "CurrentlyPaused"],
    ["when the operator is unknown", [["delegationManager", "delegatedTo(address)", "0x"]], "CouldNotTell"],
  ])("%s", async (_name, changes, error) => {
    expect((await refusalOf({ kind: "undelegate" }, ...changes))?.error ?? null).toBe(error);
  });
});

describe("completing a withdrawal", () => {
  const waiting = (shares: bigint): Change => [
    "delegationManager",
    "getQueuedWithdrawals(address)",
    queued({ withdrawal: WITHDRAWAL, shares: [shares] }),
  ];
  const step = {
    kind: "complete",
    ticket: ticketIdOf(WITHDRAWAL),
    receiveAs: "tokens",
    block: blockNumber(701n),
  } as const;
  const shares = { receiveAs: "shares" };

  it.each<Row>([
    ["in time", [], {}, null],
    ["in the first block that it passes in", [], { block: blockNumber(601n) }, null],
    ["in the last slashable block", [], { block: blockNumber(600n) }, "WithdrawalDelayNotElapsed"],
    ["that does not wait", [], { ticket: ticketIdOf({ ...WITHDRAWAL, nonce: 9n }) }, "WithdrawalNotQueued"],
    ["while the exit of the queue is paused", [paused("delegationManager", 4n)], {}, "CurrentlyPaused"],
    ["while only its entrance is", [paused("delegationManager", 2n)], {}, null],
    ["as tokens while the strategy pays none out", [paused("stETHStrategy", 2n)], {}, "CurrentlyPaused"],
    ["as shares while the strategy pays no tokens out", [paused("stETHStrategy", 2n)], shares, null],
    ["as shares with an operator that was slashed to nothing", [SLASHED], shares, "FullySlashed"],
    ["as tokens with such an operator", [SLASHED], {}, null],
    ["as shares without an operator", [NOBODY, SLASHED], shares, null],
    [
      "that pays nothing: nothing is paid, so nothing stops it",
      [waiting(0n), paused("stETHStrategy", 2n)],
      {},
      null,
    ],
    ["when the pause is unknown", [["delegationManager", "paused()", "0x"]], {}, "CouldNotTell"],
  ])("%s", async (_name, changes, change, error) => {
    const refusal = await refusalOf({ ...step, ...change }, waiting(36n * ETH), ...changes);
    expect(refusal?.error ?? null).toBe(error);
  });

  it("is refused one block early with the block from which it will pass", async () => {
    const refusal = await refusalOf({ ...step, block: blockNumber(600n) }, waiting(36n * ETH));
    expect(refusal?.text).toMatch(
      /can be completed from block 601 on; block 600 is 1 block \(about 12\ss\) too early/,
    );
  });

  it("says that shares still work while the strategy pays no tokens out, and names the operator", async () => {
    const tokens = await refusalOf(step, waiting(36n * ETH), paused("stETHStrategy", 2n));
    expect(tokens?.text).toContain("completing as shares still works");
    const slashed = await refusalOf({ ...step, ...shares } as EigenLayerStep, waiting(36n * ETH), SLASHED);
    expect(slashed?.text).toContain(OPERATOR);
  });
});
