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
