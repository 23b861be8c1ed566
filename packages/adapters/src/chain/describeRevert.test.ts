import fc from "fast-check";
import { encodeErrorResult, parseAbi, toFunctionSelector } from "viem";
import { describe, expect, it } from "vitest";
import { describeRevert } from "./describeRevert.ts";

const ERRORS = parseAbi([
  "error Error(string)",
  "error Panic(uint256)",
  "error RequestAmountTooSmall(uint256)",
]);

describe("describeRevert", () => {
  it.each([
    ["nothing", "0x", "reverted without a reason"],
    [
      "a message",
      encodeErrorResult({ abi: ERRORS, errorName: "Error", args: ["SPL"] }),
      'reverted with "SPL"',
    ],
    [
      "a panic",
      encodeErrorResult({ abi: ERRORS, errorName: "Panic", args: [17n] }),
      "reverted with panic 17",
    ],
    [
      "an error of the contract's own",
      encodeErrorResult({ abi: ERRORS, errorName: "RequestAmountTooSmall", args: [1n] }),
      `reverted with ${toFunctionSelector("RequestAmountTooSmall(uint256)")}`,
    ],
    ["a message that breaks off", "0x08c379a0", "reverted with 0x08c379a0"],
  ] as const)("puts %s in words", (_name, data, words) => {
    expect(describeRevert(data)).toBe(words);
  });

  it("says something of any bytes, in little space", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = describeRevert(`0x${Buffer.from(bytes).toString("hex")}`);
        expect(text).toMatch(/^reverted with/);
        expect(text.length).toBeLessThan(260);
      }),
    );
  });
});
