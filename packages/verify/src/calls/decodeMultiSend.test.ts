import fc from "fast-check";
import { concat, type Hex, slice } from "viem";
import { describe, expect, test } from "vitest";
import { multiSendData } from "../../test/bundleParts.ts";
import { hexOf, word } from "../../test/hexOf.ts";
import { CalldataError } from "../errors/CalldataError.ts";
import { VerifyError } from "../errors/VerifyError.ts";
import { decodeMultiSend } from "./decodeMultiSend.ts";

const call = fc.record({ to: hexOf(20), value: word, data: fc.integer({ min: 0, max: 100 }).chain(hexOf) });
const CALLS = [
  { to: `0x${"11".repeat(20)}` as Hex, value: 0n, data: "0x" as Hex },
  { to: `0x${"22".repeat(20)}` as Hex, value: 7n, data: "0xaabbccdd" as Hex },
];

test("what a builder packed comes out, call by call", () => {
  fc.assert(
    fc.property(fc.array(call, { maxLength: 6 }), (calls) => {
      expect(decodeMultiSend(multiSendData(calls))).toEqual(calls);
    }),
  );
});

test("an empty batch holds no calls", () => {
  expect(decodeMultiSend(multiSendData([]))).toEqual([]);
});

describe("refused:", () => {
  const data = multiSendData(CALLS);
  const flip = (byte: number, value: string): Hex =>
    `${data.slice(0, 2 + 2 * byte)}${value}${data.slice(4 + 2 * byte)}` as Hex;
  test.each<[string, Hex, number]>([
    ["another selector", flip(3, "0b"), 0],
    ["no data", "0x", 0],
    ["another offset", flip(35, "40"), 4],
    ["a length beyond the data", flip(66, "ff"), 68 + 288],
    ["a length that cuts a call short", flip(67, "10"), 68 + 0x10 + 16],
    ["a delegatecall inside", flip(68, "01"), 68],
    ["an operation that does not exist", flip(68, "02"), 68],
    ["a call that claims more data than follows", flip(68 + 84, "ff"), 68 + 53],
    ["padding that is not zero", flip(data.length / 2 - 2, "01"), 68 + 174],
    ["bytes after the padding", concat([data, "0x00"]), data.length / 2 - 1],
    ["missing padding", slice(data, 0, data.length / 2 - 2), data.length / 2 - 2],
  ])("%s", (_, changed) => {
    expect(() => decodeMultiSend(changed)).toThrow(CalldataError);
  });

  test("a batch whose second call is a delegatecall", () => {
    const mixed = multiSendData(CALLS, 1);
    expect(() => decodeMultiSend(mixed)).toThrow("operation 1; only 0, a plain call, is allowed");
  });

  test("bytes that are not hex", () => {
    expect(() => decodeMultiSend("0xzz" as Hex)).toThrow("data: ");
  });
});

test("there is one encoding of a batch: any byte that differs is another batch or none", () => {
  const data = multiSendData(CALLS);
  const bytes = data.length / 2 - 1;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const old = Number.parseInt(data.slice(2 + 2 * at, 4 + 2 * at), 16);
      const changed =
        `${data.slice(0, 2 + 2 * at)}${(old ^ by).toString(16).padStart(2, "0")}${data.slice(4 + 2 * at)}` as Hex;
      let decoded: unknown;
      try {
        decoded = decodeMultiSend(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(VerifyError);
        return;
      }
      expect(decoded).not.toEqual(CALLS);
      expect(multiSendData(decodeMultiSend(changed))).toBe(changed);
    }),
  );
});
