import type { Hex } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ByteReader } from "./byteReader.ts";
import { MalformedDataError } from "./malformedDataError.ts";

const reader = (data: Hex) => new ByteReader(data, "test");

describe("ByteReader", () => {
  it("reads from the front and knows what is left", () => {
    const bytes = reader("0x0102030000ff");
    expect(bytes.bytes(2)).toBe("0x0102");
    expect(bytes.uint(1)).toBe(3n);
    bytes.zeros(2);
    expect(bytes.remaining).toBe(1);
    bytes.expect("0xff");
    expect(() => bytes.end()).not.toThrow();
  });

  it("reads an address out of its word", () => {
    const address: Hex = `0x${"ab".repeat(20)}` as const;
    expect(reader(`0x${"00".repeat(12)}${address.slice(2)}`).addressWord()).toBe(address);
  });

  it.each<[string, () => unknown]>([
    ["half a byte", () => reader("0x0")],
    ["upper-case hex", () => reader("0xAB")],
    ["something that is not hex", () => reader("0xzz")],
    ["no 0x", () => reader("00" as Hex)],
    ["more bytes than there are", () => reader("0x01").bytes(2)],
    ["an address word with a dirty upper half", () => reader(`0x01${"00".repeat(31)}`).addressWord()],
    ["zeros that are not", () => reader("0x0001").zeros(2)],
    ["other bytes than expected", () => reader("0x01").expect("0x02")],
    ["bytes left over at the end", () => reader("0x01").end()],
  ])("refuses %s", (_, read) => {
    expect(read).toThrow(MalformedDataError);
  });

  it("says in which layout and at which byte", () => {
    const bytes = reader("0x010203");
    bytes.bytes(2);
    const end = () => bytes.end();
    expect(end).toThrow(expect.objectContaining({ layout: "test", offset: 2, problem: "1 trailing bytes" }));
  });
});

/** Words in hex, as the ABI lays them out. */
const words = (...values: bigint[]): Hex =>
  `0x${values.map((value) => value.toString(16).padStart(64, "0")).join("")}`;

describe("ByteReader on arrays of the ABI", () => {
  const uints = (bytes: ByteReader) => bytes.list(() => bytes.uint(32));

  it("reads a list by its count", () => {
    const bytes = reader(words(2n, 7n, 8n, 9n));
    expect(uints(bytes)).toEqual([7n, 8n]);
    expect(bytes.position).toBe(96);
  });

  it("reads a list of lists, each at its offset", () => {
    const bytes = reader(words(2n, 64n, 128n, 1n, 5n, 2n, 6n, 7n));
    expect(bytes.tails(() => uints(bytes))).toEqual([[5n], [6n, 7n]]);
    expect(() => bytes.end()).not.toThrow();
  });

  it("reads an empty list of either sort", () => {
    expect(uints(reader(words(0n)))).toEqual([]);
    expect(reader(words(0n)).tails(() => 1)).toEqual([]);
  });

  it("reads yes and no", () => {
    const bytes = reader(words(1n, 0n));
    expect([bytes.flagWord(), bytes.flagWord()]).toEqual([true, false]);
  });

  it.each<[string, readonly bigint[], (bytes: ByteReader) => unknown]>([
    ["a count that the data cannot hold", [3n, 1n, 2n], uints],
    ["a count beyond any memory", [2n ** 255n], uints],
    ["a flag that is neither", [2n], (bytes) => bytes.flagWord()],
    ["an item that starts later", [1n, 64n, 0n, 1n, 5n], (bytes) => bytes.tails(() => uints(bytes))],
    ["an item that starts earlier", [1n, 0n, 1n, 5n], (bytes) => bytes.tails(() => uints(bytes))],
    ["two items at one place", [2n, 64n, 64n, 1n, 5n, 1n, 5n], (bytes) => bytes.tails(() => uints(bytes))],
    ["an offset beyond any data", [1n, 2n ** 200n, 0n], (bytes) => bytes.tails(() => uints(bytes))],
  ])("refuses %s", (_, values, read) => {
    expect(() => read(reader(words(...values)))).toThrow(MalformedDataError);
  });
});
