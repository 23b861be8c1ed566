import { describe, expect, it } from "vitest";
import { ETH } from "../../testing/devnetView.ts";
import type { ViewAnswer } from "../../testing/fakeChain.ts";
import { OPERATOR } from "./testing/eigenlayerDeployment.ts";
import { type Change, queued, WITHDRAWAL } from "./testing/eigenlayerView.ts";
import { readEigenlayer } from "./testing/readEigenlayer.ts";
import { ticketIdOf } from "./ticketIdOf.ts";

const HELD = `position:eigenlayer:stETH@${OPERATOR}`;
const TICKET = `ticket:${ticketIdOf(WITHDRAWAL)}`;
const EXIT = `exit:eigenlayer:stETH@${OPERATOR}:queue`;
const figure = (name: string) => `figure:eigenlayer:${name}`;

/** Everything that one getter of one contract decides. */
const HANGS_ON: readonly (readonly [Change[0], string, readonly string[]])[] = [
  ["delegationManager", "delegatedTo(address)", ["position:eigenlayer:stETH"]],
  ["delegationManager", "getWithdrawableShares(address,address[])", [HELD]],
  ["delegationManager", "getDepositedShares(address)", ["venue:eigenlayer"]],
  ["delegationManager", "getQueuedWithdrawals(address)", ["venue:eigenlayer"]],
  ["delegationManager", "minWithdrawalDelayBlocks()", [TICKET, EXIT]],
  ["delegationManager", "paused()", [TICKET, EXIT, figure("pause:delegationManager")]],
  ["strategyManager", "paused()", [figure("pause:strategyManager")]],
  ["allocationManager", "paused()", [figure("pause:allocationManager")]],
  ["eigenPodManager", "paused()", [figure("pause:eigenPodManager")]],
  ["stETHStrategy", "paused()", [TICKET, figure("pause:stETHStrategy")]],
  ["strategyManager", "owner()", [figure("owner:strategyManager")]],
  ["strategyManager", "strategyIsWhitelistedForDeposit(address)", [figure("whitelisted:stETH")]],
  ["stETHStrategy", "underlyingToken()", ["rate:EL-stETH", HELD, EXIT]],
  ["stETHStrategy", "sharesToUnderlyingView(uint256)", ["rate:EL-stETH", HELD, EXIT]],
  ["stETHStrategy", "totalShares()", [TICKET]],
  ["stETH", "balanceOf(address)", [TICKET, figure("tvl")]],
  ["allocationManager", "getMaxMagnitudesAtBlock(address,address[],uint32)", [TICKET]],
  [
    "allocationManager",
    "getMaxMagnitudes(address,address[])",
    [figure(`magnitude:${OPERATOR}:stETH`), figure(`slashable:${OPERATOR}:stETH`)],
  ],
  [
    "allocationManager",
    "getRegisteredSets(address)",
    [figure(`slashable:${OPERATOR}:stETH`), figure(`allocations:${OPERATOR}`)],
  ],
  [
    "allocationManager",
    "getStrategyAllocations(address,address)",
    [figure(`slashable:${OPERATOR}:stETH`), figure(`allocations:${OPERATOR}`)],
  ],
];

const WAITING: Change = [
  "delegationManager",
  "getQueuedWithdrawals(address)",
  queued({ withdrawal: WITHDRAWAL, shares: [36n * ETH] }),
];

const BROKEN: readonly (readonly [string, ViewAnswer, string])[] = [
  ["reverts with a reason", { revert: "0xdeadbeef" }, "revert"],
  ["answers nothing", "0x", "empty"],
  ["answers 31 bytes", `0x${"00".repeat(31)}`, "short-data"],
];

async function readBroken(...change: Change) {
  const { reading } = await readEigenlayer({ changes: [WAITING, change] });
  const [account] = reading.accounts;
  return { reading, account, missing: [...reading.missing, ...(account?.missing ?? [])] };
}

describe.each(BROKEN)("a getter that %s", (_name, answer, code) => {
  it.each(HANGS_ON)("%s.%s: loses what hangs on it and nothing else", async (contract, signature, lost) => {
    const { missing } = await readBroken(contract, signature, answer);
    expect(new Set(missing.map(({ subject }) => subject))).toEqual(new Set(lost));
    expect(new Set(missing.map((one) => one.code))).toEqual(new Set([code]));
    expect(missing.every(({ retry }) => !retry)).toBe(true);
  });
});

describe("what is left beside a fault", () => {
  it.each(HANGS_ON)("%s.%s: is what is read on a whole day, never a zero", async (contract, signature) => {
    const whole = (await readEigenlayer({ changes: [WAITING] })).reading;
    const { reading, account } = await readBroken(contract, signature, { revert: "0xdeadbeef" });
    const [calm] = whole.accounts;
    for (const position of account?.positions ?? []) expect(calm?.positions).toContainEqual(position);
    for (const ticket of account?.tickets ?? []) expect(calm?.tickets).toContainEqual(ticket);
    for (const exit of account?.exits ?? []) expect(calm?.exits).toContainEqual(exit);
    for (const one of reading.figures) expect(whole.figures).toContainEqual(one);
    for (const one of reading.rates) expect(whole.rates).toContainEqual(one);
  });
});

describe("a revert without a reason", () => {
  it("means no limits only where the strategy answers otherwise", async () => {
    const plain = await readBroken("stETHStrategy", "getTVLLimits()", { revert: "0x" });
    expect(plain.missing).toEqual([]);
    expect(plain.reading.figures.filter(({ figure }) => figure.startsWith("max-"))).toEqual([]);
    const dead = await readEigenlayer({
      changes: [
        ["stETHStrategy", "getTVLLimits()", { revert: "0x" }],
        ["stETHStrategy", "totalShares()", { revert: "0x" }],
      ],
    });
    expect(dead.reading.missing.map(({ subject }) => subject)).toContain(figure("max-per-deposit:stETH"));
  });

  it("is no silence of the limits when it has a reason", async () => {
    const { reading } = await readBroken("stETHStrategy", "getTVLLimits()", { revert: "0xdeadbeef" });
    expect(reading.missing.map(({ subject }) => subject)).toEqual([
      figure("max-per-deposit:stETH"),
      figure("max-total-deposits:stETH"),
    ]);
    expect(reading.flags).toEqual([]);
  });
});
