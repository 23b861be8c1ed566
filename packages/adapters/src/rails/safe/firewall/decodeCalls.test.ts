import type { Hex } from "@ballast/core";
import { concat, encodeFunctionData, erc20Abi, parseAbi } from "viem";
import { describe, expect, it } from "vitest";
import { decodeApprove } from "./decodeApprove.ts";
import { decodeDeadlineCheck } from "./decodeDeadlineCheck.ts";
import { decodeExactInputSingle } from "./decodeExactInputSingle.ts";
import { MalformedDataError } from "./malformedDataError.ts";

const A: Hex = `0x${"a1".repeat(20)}` as const;
const B: Hex = `0x${"b2".repeat(20)}` as const;
const SAFE: Hex = `0x${"5a".repeat(20)}` as const;

const ROUTER = parseAbi([
  "struct Swap { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(Swap params) returns (uint256)",
  "function multicall(uint256 deadline, bytes[] data) returns (bytes[])",
]);
const SWAP = {
  tokenIn: A,
  tokenOut: B,
  fee: 500,
  recipient: SAFE,
  amountIn: 10n,
  amountOutMinimum: 9n,
  sqrtPriceLimitX96: 1n,
};

const approve = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [A, 7n] });
const swap = encodeFunctionData({ abi: ROUTER, functionName: "exactInputSingle", args: [SWAP] });
const check = (data: Hex[]) =>
  encodeFunctionData({ abi: ROUTER, functionName: "multicall", args: [99n, data] });

describe("the firewall's decoders read what an independent encoder wrote", () => {
  it("approve", () => expect(decodeApprove(approve)).toEqual({ spender: A, amount: 7n }));
  it("exactInputSingle", () => expect(decodeExactInputSingle(swap)).toEqual({ ...SWAP, fee: 500n }));
  it("deadline check", () => expect(decodeDeadlineCheck(check([]))).toBe(99n));
});

describe("the firewall's decoders refuse", () => {
  const decoders: readonly [string, (data: Hex) => unknown, Hex][] = [
    ["approve", decodeApprove, approve],
    ["exactInputSingle", decodeExactInputSingle, swap],
    ["deadline check", decodeDeadlineCheck, check([])],
  ];

  it.each(decoders)(
    "%s with another selector, a byte too many, a byte too few, or none",
    (_, decode, good) => {
      const wrong: readonly Hex[] = [
        `0xffffffff${good.slice(10)}` as Hex,
        concat([good, "0x00"]),
        good.slice(0, -2) as Hex,
        "0x",
      ];
      for (const data of wrong) expect(() => decode(data)).toThrow(MalformedDataError);
    },
  );

  it("a deadline check that carries a call", () => {
    expect(() => decodeDeadlineCheck(check([approve]))).toThrow(MalformedDataError);
  });

  it("a deadline check whose array starts elsewhere", () => {
    const moved = check([]).replace(/40(?=0{64}$)/, "60") as Hex;
    expect(() => decodeDeadlineCheck(moved)).toThrow(MalformedDataError);
  });
});
