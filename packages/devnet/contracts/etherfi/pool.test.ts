import type { Address } from "viem";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { etherfiWorld } from "../../src/testing/etherfiWorld.ts";
import { refusals } from "../../src/testing/refusals.ts";

const world = await etherfiWorld();
const { empty, at, call, view, advance, ether, request } = world;
const { operator, whale, holder, stranger } = world.accounts;

beforeEach(world.restart);
afterAll(world.empty.stop);
const refuses = refusals(world.empty);
const bpsYear = 10_000n * 365n * 86_400n;

test("rewards accrue outside the pool, as a simple function of time", async () => {
  await empty.run([call(at.liquidityPool, { fn: "setAprBps", args: [310n] })]);
  const principal = await view(at.liquidityPool, "getTotalPooledEther");
  const inLp = await view(at.liquidityPool, "totalValueInLp");
  await advance(1_234_567);
  const pooled = principal + (principal * 310n * 1_234_567n) / bpsYear;
  expect(await view(at.liquidityPool, "getTotalPooledEther")).toBe(pooled);
  expect(await view(at.liquidityPool, "totalValueInLp")).toBe(inLp);
  expect(await view(at.liquidityPool, "totalValueOutOfLp")).toBe(pooled - inLp);
  expect(await view(at.weETH, "getRate")).toBe((ether * pooled) / (await view(at.eETH, "totalShares")));
});

describe("the pool and its tokens refuse", () => {
  const pool = (fn: string, args: readonly unknown[], from: Address = holder) =>
    call(at.liquidityPool, { from, fn, args });
  refuses([
    [
      "a deposit too small for a share",
      () => [],
      () => call(at.liquidityPool, { from: holder, fn: "deposit", value: 1n }),
      "InvalidAmount",
    ],
    ["a request of nothing", () => [], () => request(0n), "InvalidWithdrawalAmount"],
    ["a request below the minimum", () => [], () => request(ether / 100n - 1n), "InvalidWithdrawalAmount"],
    ["a request above the maximum", () => [], () => request(50n * ether + 1n), "InvalidWithdrawalAmount"],
    [
      "a request beyond the allowance",
      () => [call(at.eETH, { from: holder, fn: "approve", args: [at.liquidityPool, ether - 1n] })],
      () => request(),
      "TransferAmountExceedsAllowance",
    ],
    [
      "a request beyond the balance",
      () => [call(at.eETH, { from: holder, fn: "transfer", args: [whale, 79n * ether] })],
      () => request(2n * ether),
      "TransferAmountExceedsBalance",
    ],
    ["a report by anybody else", () => [], () => pool("rebase", [1n, 0n]), "IncorrectCaller"],
    [
      "a report above 25 bps",
      () => [],
      () => pool("rebase", [3n * ether, 0n], operator),
      "RebaseExceedsPositiveCap",
    ],
    [
      "to put ether aside for anybody else",
      () => [],
      () => pool("addEthAmountLockedForWithdrawal", [1n]),
      "IncorrectCaller",
    ],
    [
      "to put aside what it has not",
      () => [],
      () => pool("addEthAmountLockedForWithdrawal", [2_000n * ether], operator),
      "InsufficientLiquidity",
    ],
    [
      "to stake what it has not",
      () => [],
      () => pool("fundValidators", [2_000n * ether], operator),
      "InsufficientLiquidity",
    ],
    [
      "a minimum above the maximum",
      () => [],
      () => pool("setMinWithdrawAmount", [51n * ether], operator),
      "InvalidAmount",
    ],
    [
      "a maximum below the minimum",
      () => [],
      () => pool("setMaxWithdrawAmount", [1n], operator),
      "InvalidAmount",
    ],
    [
      "to mint for anybody else",
      () => [],
      () => call(at.eETH, { fn: "mintShares", args: [operator, 1n] }),
      "IncorrectCaller",
    ],
    [
      "to burn for anybody else",
      () => [],
      () => call(at.eETH, { fn: "burnShares", args: [holder, 1n] }),
      "IncorrectCaller",
    ],
    [
      "to wrap nothing",
      () => [],
      () => call(at.weETH, { from: holder, fn: "wrap", args: [0n] }),
      "ZeroAmount",
    ],
    [
      "to unwrap more than is held",
      () => [],
      () => call(at.weETH, { from: holder, fn: "unwrap", args: [30n * ether] }),
      "ERC20: burn amount exceeds balance",
    ],
    [
      "weETH beyond the allowance",
      () => [],
      () => call(at.weETH, { from: stranger, fn: "transferFrom", args: [holder, stranger, 1n] }),
      "ERC20: insufficient allowance",
    ],
    ["an adapter's request of nothing", () => [], () => world.requestByAdapter(0n), "ZeroAmount"],
    [
      "to be initialised twice",
      () => [],
      () => call(at.withdrawRequestNFT, { fn: "initialize" }),
      "already initialized",
    ],
  ]);

  test("ether that leaves for validators still counts, and comes home by a plain transfer", async () => {
    const pooled = await view(at.liquidityPool, "getTotalPooledEther");
    const out = await view(at.liquidityPool, "totalValueOutOfLp");
    await empty.run([call(at.liquidityPool, { fn: "fundValidators", args: [700n * ether] })]);
    expect(await view(at.liquidityPool, "totalValueInLp")).toBe(400n * ether);
    expect(await view(at.liquidityPool, "totalValueOutOfLp")).toBe(out + 700n * ether);
    await empty.run([{ what: "exit", from: operator, to: at.liquidityPool, value: 300n * ether }]);
    expect(await view(at.liquidityPool, "totalValueInLp")).toBe(700n * ether);
    expect(await view(at.liquidityPool, "getTotalPooledEther")).toBe(pooled);
  });
});
