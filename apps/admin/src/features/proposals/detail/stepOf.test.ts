import type { DecodedCall } from "@ballast/verify";
import { describe, expect, test } from "vitest";
import type { StepNames } from "./stepNames.ts";
import { stepOf } from "./stepOf.ts";

const SAFE = `0x${"c".repeat(40)}`;
const ROUTER = `0x${"8".repeat(40)}`;
const WETH = `0x${"1".repeat(40)}`;
const WEETH = `0x${"3".repeat(40)}`;
const ETHER = 10n ** 18n;

const names: StepNames = {
  names: { [SAFE]: "This Safe", [ROUTER]: "Uniswap SwapRouter02", [WETH]: "WETH", [WEETH]: "weETH" },
  tokens: { [WETH]: { symbol: "WETH", decimals: 18 }, [WEETH]: { symbol: "weETH", decimals: 18 } },
  shown: {},
  expected: [{ token: WEETH, amount: `${92n * ETHER}` }],
  claims: [],
  requests: [],
};

const step = (to: string, meaning: unknown) =>
  stepOf({ to, value: 0n, data: "0x", meaning } as unknown as DecodedCall, { names, account: SAFE });

const swap = (change: object = {}) =>
  step(ROUTER, {
    kind: "exact-input-single",
    signature: "exactInputSingle(…)",
    arguments: {
      tokenIn: WETH,
      tokenOut: WEETH,
      fee: 100n,
      recipient: SAFE,
      amountIn: 100n * ETHER,
      amountOutMinimum: 91n * ETHER,
      sqrtPriceLimitX96: 0n,
      ...change,
    },
  });

const approve = (amount: bigint, spender = ROUTER) =>
  step(WETH, { kind: "approve", signature: "approve(…)", arguments: { spender, amount } });

const deadline = (seconds: bigint) =>
  step(ROUTER, { kind: "deadline-check", signature: "multicall(…)", arguments: { deadline: seconds } });

describe("a call in words", () => {
  test("a swap says what goes, at least what comes, and what is expected", () => {
    expect(swap()).toMatchObject({
      does: "Swap 100.0000\u00a0WETH for at least 91.0000\u00a0weETH",
      toSelf: true,
      amount: "92.0000\u00a0weETH",
      amountNote: "expected",
    });
  });

  test("a swap to anybody else is never marked as to this Safe", () => {
    expect(swap({ recipient: ROUTER }).toSelf).toBe(false);
  });

  test("a swap into a token that the plan does not expect shows its minimum only", () => {
    expect(swap({ tokenOut: WETH })).toMatchObject({ amount: "91.0000\u00a0WETH", amountNote: "at least" });
  });

  test("a token without a name is shown by its address and smallest units", () => {
    const unknown = `0x${"f".repeat(40)}`;
    expect(swap({ tokenIn: unknown, amountIn: 5n }).does).toContain(`5 of ${unknown}`);
  });

  test.each([
    ["an allowance is exact", approve(3n * ETHER), "Let Uniswap SwapRouter02 spend exactly 3.0000\u00a0WETH"],
    ["an allowance of zero takes back", approve(0n), "Take back what Uniswap SwapRouter02 may spend"],
    [
      "an allowance to nobody known says so",
      approve(ETHER, `0x${"f".repeat(40)}`),
      "Let an unknown contract spend exactly 1.0000\u00a0WETH",
    ],
    ["a deadline is a time", deadline(1_700_000_000n), "Stop if it is later than 2023-11-14 22:13:20 UTC"],
    [
      "a deadline beyond all calendars is said as it is",
      deadline(2n ** 255n),
      `Stop if it is later than second ${2n ** 255n}, which never comes`,
    ],
  ])("%s", (_name, made, does) => {
    expect(made.does).toBe(does);
  });

  test("a call that can't be read is marked and says why", () => {
    const unknown = step(ROUTER, {
      kind: "unknown",
      signature: null,
      arguments: { selector: "0xdeadbeef", problem: "no known function" },
    });
    expect(unknown).toMatchObject({
      known: false,
      does: "This call can't be read",
      note: "no known function",
    });
  });

  test("every argument is shown raw and with its meaning", () => {
    const shown = Object.fromEntries(
      swap().arguments.map(({ name, raw, meaning }) => [name, `${raw}: ${meaning}`]),
    );
    expect(shown.recipient).toBe(`${SAFE}: This Safe`);
    expect(shown.fee).toBe("100: 0.01\u00a0% pool");
    expect(shown.amountIn).toBe(`${100n * ETHER}: 100.0000\u00a0WETH`);
  });
});
