import type { Hex } from "@ballast/core";
import fc from "fast-check";
import { concat, encodeFunctionData, encodePacked, parseAbi, size } from "viem";
import { describe, expect, it } from "vitest";
import { type BatchEntry, decodeMultiSend } from "./decodeMultiSend.ts";
import { MalformedDataError } from "./malformedDataError.ts";

const MULTI_SEND = parseAbi(["function multiSend(bytes transactions)"]);

const packed = ({ operation, to, value, data }: BatchEntry): Hex =>
  encodePacked(
    ["uint8", "address", "uint256", "uint256", "bytes"],
    [Number(operation), to, value, BigInt(size(data)), data],
  );
const encode = (transactions: Hex): Hex => encodeFunctionData({ abi: MULTI_SEND, args: [transactions] });

const hexOf = (length: { minLength: number; maxLength: number }) =>
  fc.uint8Array(length).map((bytes): Hex => `0x${Buffer.from(bytes).toString("hex")}`);

const entry = fc.record({
  operation: fc.bigInt(0n, 255n),
  to: hexOf({ minLength: 20, maxLength: 20 }),
  value: fc.bigInt(0n, 2n ** 256n - 1n),
  data: hexOf({ minLength: 0, maxLength: 100 }),
});

const ENTRY: BatchEntry = { operation: 0n, to: `0x${"11".repeat(20)}` as const, value: 0n, data: "0x1234" };
const GOOD = encode(packed(ENTRY));

/** The same data with one 32-byte word replaced; word 0 starts after the selector. */
const withWord = (index: number, value: bigint): Hex => {
  const start = 10 + index * 64;
  return `${GOOD.slice(0, start)}${value.toString(16).padStart(64, "0")}${GOOD.slice(start + 64)}` as Hex;
};

describe("decodeMultiSend", () => {
  it("reads back whatever an independent encoder wrote", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        expect(decodeMultiSend(encode(concat(["0x", ...entries.map(packed)])))).toEqual(entries);
      }),
    );
  });

  it.each<[string, Hex]>([
    ["another function", `0xffffffff${GOOD.slice(10)}` as Hex],
    ["nothing at all", "0x"],
    ["an argument that starts elsewhere", withWord(0, 64n)],
    ["a length beyond the end", withWord(1, 10_000n)],
    ["a length beyond any memory", withWord(1, 2n ** 255n)],
    ["a length one too small", withWord(1, BigInt(size(packed(ENTRY))) - 1n)],
    ["a trailing word", concat([GOOD, `0x${"00".repeat(32)}`])],
    ["a trailing byte", concat([GOOD, "0x00"])],
    ["a missing byte", GOOD.slice(0, -2) as Hex],
    ["dirty padding", `${GOOD.slice(0, -2)}01` as Hex],
    ["an entry that breaks off", encode(packed(ENTRY).slice(0, -2) as Hex)],
    ["bytes after the last entry", encode(concat([packed(ENTRY), "0x00"]))],
    ["an entry whose data length lies", encode(packed(ENTRY).replace(/02(?=1234$)/, "ff") as Hex)],
  ])("refuses %s", (_, data) => {
    expect(() => decodeMultiSend(data)).toThrow(MalformedDataError);
  });
});
