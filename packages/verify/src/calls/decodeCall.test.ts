import fc from "fast-check";
import { encodeFunctionData, type Hex, parseAbi } from "viem";
import { describe, expect, test } from "vitest";
import { approveData, deadlineData, swapData } from "../../test/bundleParts.ts";
import { hexOf, word } from "../../test/hexOf.ts";
import { decodeCall } from "./decodeCall.ts";

const TARGET = `0x${"99".repeat(20)}` as Hex;
const meaning = (data: Hex) => decodeCall({ to: TARGET, value: 3n, data }).meaning;
const swap = fc.record({
  tokenIn: hexOf(20),
  tokenOut: hexOf(20),
  fee: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
  recipient: hexOf(20),
  amountIn: word,
  amountOutMinimum: word,
  sqrtPriceLimitX96: fc.bigInt({ min: 0n, max: 2n ** 160n - 1n }),
});

test("the call itself comes back with its meaning", () => {
  const data = approveData(TARGET, 1n);
  expect(decodeCall({ to: TARGET, value: 3n, data })).toMatchObject({ to: TARGET, value: 3n, data });
});

test("an approval is read with its spender and its amount", () => {
  fc.assert(
    fc.property(hexOf(20), word, (spender, amount) => {
      expect(meaning(approveData(spender, amount))).toEqual({
        kind: "approve",
        signature: "approve(address spender,uint256 amount)",
        arguments: { spender, amount },
      });
    }),
  );
});

test("a swap is read with each of its seven arguments", () => {
  fc.assert(
    fc.property(swap, (wanted) => {
      expect(meaning(swapData(wanted))).toMatchObject({
        kind: "exact-input-single",
        arguments: { ...wanted, fee: BigInt(wanted.fee) },
      });
    }),
  );
});

test("a deadline check is read with its deadline", () => {
  expect(meaning(deadlineData(1_700_000_000n))).toMatchObject({
    kind: "deadline-check",
    arguments: { deadline: 1_700_000_000n },
  });
});

test("the argument names of a signature are those of the arguments", () => {
  const zero = {
    tokenIn: TARGET,
    tokenOut: TARGET,
    fee: 0,
    recipient: TARGET,
    amountIn: 0n,
    amountOutMinimum: 0n,
    sqrtPriceLimitX96: 0n,
  };
  for (const data of [approveData(TARGET, 1n), swapData(zero)]) {
    const { signature, arguments: named } = meaning(data);
    const names = [...(signature ?? "").matchAll(/ (\w+)/g)].map(([, name]) => name);
    expect(Object.keys(named)).toEqual(names);
  }
});

describe("not read, and the reason is told:", () => {
  const ABI = parseAbi([
    "function transfer(address to, uint256 amount)",
    "function enableModule(address module)",
  ]);
  test.each<[string, Hex, string]>([
    [
      "a transfer",
      encodeFunctionData({ abi: ABI, functionName: "transfer", args: [TARGET, 1n] }),
      "no known function",
    ],
    [
      "a change of the Safe",
      encodeFunctionData({ abi: ABI, functionName: "enableModule", args: [TARGET] }),
      "no known function",
    ],
    ["no data", "0x", "no known function"],
    ["a selector alone", "0x095ea7b3", "the data ends within spender"],
    [
      "an approval with a byte too many",
      `${approveData(TARGET, 1n)}00`,
      "1 bytes more than the arguments take",
    ],
    [
      "an approval to an address with dirt above it",
      approveData(TARGET, 1n).replace("095ea7b300", "095ea7b301") as Hex,
      "spender has more than 160 bits",
    ],
    ["a multicall that does something", deadlineData(1n, ["0xaabbccdd"]), "length of data is 1, not 0"],
  ])("%s", (_, data, problem) => {
    expect(meaning(data)).toMatchObject({
      kind: "unknown",
      signature: null,
      arguments: { selector: data.slice(0, 10), problem: expect.stringContaining(problem) },
    });
  });

  test("a swap with a fee that fits no uint24", () => {
    const data = swapData({
      tokenIn: TARGET,
      tokenOut: TARGET,
      fee: 500,
      recipient: TARGET,
      amountIn: 1n,
      amountOutMinimum: 1n,
      sqrtPriceLimitX96: 0n,
    });
    const dirty = `${data.slice(0, 10 + 128)}${"f".repeat(64)}${data.slice(10 + 192)}` as Hex;
    expect(meaning(dirty)).toMatchObject({
      kind: "unknown",
      arguments: { problem: expect.stringContaining("fee has more than 24 bits") },
    });
  });
});
