import type { Hex } from "@ballast/core";
import fc from "fast-check";
import { concat, encodeFunctionData, toFunctionSelector } from "viem";
import { describe, expect, it } from "vitest";
import { VENUE_ABI } from "../testing/withdrawalCalls.ts";
import { decodeBatchClaimWithdraw } from "./decodeBatchClaimWithdraw.ts";
import { decodeClaimWithdrawals } from "./decodeClaimWithdrawals.ts";
import {
  type CompleteQueuedWithdrawals,
  decodeCompleteQueuedWithdrawals,
} from "./decodeCompleteQueuedWithdrawals.ts";
import { decodeQueueWithdrawals } from "./decodeQueueWithdrawals.ts";
import { decodeRequestWithdraw } from "./decodeRequestWithdraw.ts";
import { decodeRequestWithdrawalsWstEth } from "./decodeRequestWithdrawalsWstEth.ts";
import { decodeUndelegate } from "./decodeUndelegate.ts";
import { MalformedDataError } from "./malformedDataError.ts";

const ZERO: Hex = `0x${"00".repeat(20)}` as const;
const address = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes): Hex => `0x${Buffer.from(bytes).toString("hex")}`);
const uint = fc.bigInt(0n, 2n ** 256n - 1n);
const uints: fc.Arbitrary<readonly bigint[]> = fc.array(uint, { maxLength: 4 });
const addresses: fc.Arbitrary<readonly Hex[]> = fc.array(address, { maxLength: 3 });
const withdrawal = fc.record({
  staker: address,
  delegatedTo: address,
  withdrawer: address,
  nonce: uint,
  startBlock: fc.bigInt(0n, 2n ** 32n - 1n),
  strategies: addresses,
  scaledShares: uints,
});
const completion: fc.Arbitrary<CompleteQueuedWithdrawals> = fc.record({
  withdrawals: fc.array(withdrawal, { maxLength: 3 }),
  tokens: fc.array(addresses, { maxLength: 3 }),
  receiveAsTokens: fc.array(fc.boolean(), { maxLength: 3 }),
});

/** A decoder of the firewall, an encoder by viem from the published interface, and any arguments. */
type Pair<Value> = {
  readonly name: string;
  readonly decode: (data: Hex) => Value;
  readonly encode: (value: Value) => Hex;
  readonly values: fc.Arbitrary<Value>;
};
const pair = <Value>(one: Pair<Value>) => one as Pair<unknown>;

const PAIRS: readonly Pair<unknown>[] = [
  pair({
    name: "queueWithdrawals",
    decode: decodeQueueWithdrawals,
    encode: (entry) =>
      encodeFunctionData({
        abi: VENUE_ABI,
        functionName: "queueWithdrawals",
        args: [[{ ...entry, deprecatedWithdrawer: ZERO }]],
      }),
    values: fc.record({ strategies: addresses, depositShares: uints }),
  }),
  pair({
    name: "undelegate",
    decode: decodeUndelegate,
    encode: (staker) => encodeFunctionData({ abi: VENUE_ABI, functionName: "undelegate", args: [staker] }),
    values: address,
  }),
  pair({
    name: "completeQueuedWithdrawals",
    decode: decodeCompleteQueuedWithdrawals,
    encode: ({ withdrawals, tokens, receiveAsTokens }) =>
      encodeFunctionData({
        abi: VENUE_ABI,
        functionName: "completeQueuedWithdrawals",
        args: [
          withdrawals.map((one) => ({ ...one, startBlock: Number(one.startBlock) })),
          tokens,
          receiveAsTokens,
        ],
      }),
    values: completion,
  }),
  pair({
    name: "requestWithdraw",
    decode: decodeRequestWithdraw,
    encode: ({ amount, recipient }) =>
      encodeFunctionData({ abi: VENUE_ABI, functionName: "requestWithdraw", args: [amount, recipient] }),
    values: fc.record({ amount: uint, recipient: address }),
  }),
  pair({
    name: "batchClaimWithdraw",
    decode: decodeBatchClaimWithdraw,
    encode: (ids) => encodeFunctionData({ abi: VENUE_ABI, functionName: "batchClaimWithdraw", args: [ids] }),
    values: uints,
  }),
  pair({
    name: "requestWithdrawalsWstETH",
    decode: decodeRequestWithdrawalsWstEth,
    encode: ({ amounts, owner }) =>
      encodeFunctionData({
        abi: VENUE_ABI,
        functionName: "requestWithdrawalsWstETH",
        args: [amounts, owner],
      }),
    values: fc.record({ amounts: uints, owner: address }),
  }),
  pair({
    name: "claimWithdrawals",
    decode: decodeClaimWithdrawals,
    encode: ({ ids, hints }) =>
      encodeFunctionData({ abi: VENUE_ABI, functionName: "claimWithdrawals", args: [ids, hints] }),
    values: fc.record({ ids: uints, hints: uints }),
  }),
];

/** `data` with one byte changed, at a place that is taken round the end. */
function flipped(data: Hex, { at, by }: { at: number; by: number }): Hex {
  const bytes = Buffer.from(data.slice(2), "hex");
  const place = at % bytes.length;
  bytes[place] = (bytes[place] ?? 0) ^ by;
  return `0x${bytes.toString("hex")}`;
}

describe.each(PAIRS)("$name", ({ decode, encode, values }) => {
  it("is read as an independent encoder wrote it", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(decode(encode(value))).toEqual(value);
      }),
    );
  });

  it("has one encoding: a byte that differs means something else, or nothing", () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, by) => {
        const data = flipped(encode(value), { at, by });
        let found: unknown;
        try {
          found = decode(data);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedDataError);
          return;
        }
        expect(found).not.toEqual(value);
        // A block that fits no uint32 is read as it is, and no plan has it.
        if (!JSON.stringify(found, textOf).includes("beyond uint32")) expect(encode(found)).toBe(data);
      }),
    );
  });

  it("is refused with another selector, a byte or a word too many or too few, or none", () => {
    fc.assert(
      fc.property(values, (value) => {
        const good = encode(value);
        const wrong: readonly Hex[] = [
          `0xffffffff${good.slice(10)}` as Hex,
          concat([good, "0x00"]),
          concat([good, `0x${"00".repeat(32)}`]),
          good.slice(0, -2) as Hex,
          good.slice(0, -64) as Hex,
          good.slice(0, 10) as Hex,
          "0x",
        ];
        for (const data of wrong) expect(() => decode(data)).toThrow(MalformedDataError);
      }),
    );
  });
});

/** Marks what viem could not encode again. */
function textOf(key: string, value: unknown): unknown {
  if (key === "startBlock" && (value as bigint) >= 2n ** 32n) return "beyond uint32";
  return typeof value === "bigint" ? `${value}` : value;
}

describe("queueWithdrawals is refused", () => {
  const entry = { strategies: [], depositShares: [], deprecatedWithdrawer: ZERO };
  const encode = (entries: readonly (typeof entry)[]) =>
    encodeFunctionData({ abi: VENUE_ABI, functionName: "queueWithdrawals", args: [entries] });
  it.each<[string, Hex]>([
    ["without an entry", encode([])],
    ["with two", encode([entry, entry])],
    [
      "with somebody in the field that is ignored",
      encode([{ ...entry, deprecatedWithdrawer: `0x${"ee".repeat(20)}` }]),
    ],
  ])("%s", (_, data) => expect(() => decodeQueueWithdrawals(data)).toThrow(MalformedDataError));
});

describe("the selectors are those of the published interfaces", () => {
  it.each([
    ["0x0dd8dd02", "queueWithdrawals((address[],uint256[],address)[])"],
    ["0xda8be864", "undelegate(address)"],
    [
      "0x9435bb43",
      "completeQueuedWithdrawals((address,address,address,uint256,uint32,address[],uint256[])[],address[][],bool[])",
    ],
    ["0xccc143b8", "requestWithdraw(uint256,address)"],
    ["0x24fccdcf", "batchClaimWithdraw(uint256[])"],
    ["0x19aa6257", "requestWithdrawalsWstETH(uint256[],address)"],
    ["0xe3afe0a3", "claimWithdrawals(uint256[],uint256[])"],
  ])("%s is %s", (selector, signature) => expect(toFunctionSelector(signature)).toBe(selector));
});
