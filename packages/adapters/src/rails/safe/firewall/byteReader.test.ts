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
