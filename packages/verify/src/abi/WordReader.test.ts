import { describe, expect, test } from "vitest";
import { fromHex } from "../bytes/fromHex.ts";
import { CalldataError } from "../errors/CalldataError.ts";
import { WordReader } from "./WordReader.ts";

const SELECTOR = "01020304";
const one = `${"0".repeat(63)}1`;
const reader = (...words: string[]) =>
  new WordReader(fromHex(`0x${SELECTOR}${words.join("")}`, { field: "data" }));
const at = (byte: number) => expect.objectContaining({ name: "CalldataError", byte });

test("words are read one after another, behind the selector", () => {
  const words = reader(one, `${"0".repeat(24)}${"ab".repeat(20)}`);
  expect(words.uint("a")).toBe(1n);
  expect(words.address("b")).toBe(`0x${"ab".repeat(20)}`);
  expect(() => words.end()).not.toThrow();
});

describe("refused, with the byte:", () => {
  test("a word that is cut short", () => {
    expect(() => reader("00").uint("amount")).toThrow(at(5));
    expect(() => reader().uint("amount")).toThrow("the data ends within amount");
  });

  test("an address with bits above it", () => {
    expect(() => reader(`${"0".repeat(23)}1${"0".repeat(40)}`).address("spender")).toThrow(at(4));
  });

  test("a small integer with bits above it", () => {
    expect(reader(`${"0".repeat(58)}ffffff`).uint("fee", 24)).toBe(0xffffffn);
    expect(() => reader(`${"0".repeat(57)}1000000`).uint("fee", 24)).toThrow("fee has more than 24 bits");
  });

  test("another offset than the one allowed", () => {
    expect(() => reader(one).fixed("offset", 1n)).not.toThrow();
    expect(() => reader(one).fixed("offset", 32n)).toThrow("offset is 1, not 32");
  });

  test("bytes that are left over", () => {
    const words = reader(one, "00");
    words.uint("a");
    expect(() => words.end()).toThrow(at(36));
  });
});

describe("bytes with a length", () => {
  const length = (n: number) => n.toString(16).padStart(64, "0");

  test("are read without their padding", () => {
    const words = reader(length(3), `aabbcc${"0".repeat(58)}`);
    expect([...words.bytes("data")]).toEqual([0xaa, 0xbb, 0xcc]);
    expect(() => words.end()).not.toThrow();
  });

  test("need no padding when they fill their words, and none at all when they are none", () => {
    expect(reader(length(32), "ff".repeat(32)).bytes("data")).toHaveLength(32);
    expect(reader(length(0)).bytes("data")).toHaveLength(0);
  });

  test("are refused with padding that is not zero, or cut short", () => {
    expect(() => reader(length(3), `aabbcc${"0".repeat(57)}1`).bytes("data")).toThrow(
      "padding of data is not zero",
    );
    expect(() => reader(length(3), "aabbcc").bytes("data")).toThrow("the data ends within padding of data");
  });

  test("are refused when the length is beyond any data", () => {
    expect(() => reader("f".repeat(64)).bytes("data")).toThrow(CalldataError);
    expect(() => reader(length(0xffffffff)).bytes("data")).toThrow("the data ends within data");
  });
});

describe("arrays", () => {
  const uint = (value: bigint) => value.toString(16).padStart(64, "0");
  const words = (...values: bigint[]) => reader(...values.map(uint));
  const uints = (from: WordReader) => from.array("ids", (name) => from.uint(name));
  const nested = (from: WordReader) => from.arrayOfTails("lists", () => uints(from));

  test("are read by their length", () => {
    const from = words(2n, 7n, 8n);
    expect(uints(from)).toEqual([7n, 8n]);
    expect(() => from.end()).not.toThrow();
  });

  test("of arrays are read by their offsets, which leave no gap", () => {
    const from = words(2n, 64n, 128n, 1n, 5n, 2n, 6n, 7n);
    expect(nested(from)).toEqual([[5n], [6n, 7n]]);
    expect(() => from.end()).not.toThrow();
  });

  test("may be empty", () => {
    expect(uints(words(0n))).toEqual([]);
    expect(nested(words(0n))).toEqual([]);
  });

  test("of booleans hold zeros and ones", () => {
    const from = words(1n, 0n, 2n);
    expect([from.boolean("a"), from.boolean("b")]).toEqual([true, false]);
    expect(() => from.boolean("c")).toThrow("c has more than 1 bits");
  });

  test.each<[string, bigint[], (from: WordReader) => unknown, string]>([
    ["a length that the data cannot hold", [2n, 1n], uints, "length of ids is 2, but 1 words follow"],
    ["a length beyond any memory", [2n ** 255n], uints, "but 0 words follow"],
    ["a gap", [1n, 64n, 0n, 1n, 5n], nested, "offset of lists[0] is 64, not 32"],
    ["an offset that goes back", [1n, 0n, 1n, 5n], nested, "offset of lists[0] is 0, not 32"],
    ["two offsets to one item", [2n, 64n, 64n, 1n, 5n, 1n, 5n], nested, "offset of lists[1] is 64, not 128"],
  ])("are refused with %s", (_, values, read, problem) => {
    expect(() => read(words(...values))).toThrow(problem);
  });
});
