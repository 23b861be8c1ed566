import { describe, expect, it } from "vitest";
import { address } from "../../chain/address.ts";
import { bps, rawAmount } from "../../units/quantities.ts";
import { BundleFormatError } from "../bundleFormatError.ts";
import {
  anything,
  flag,
  integer,
  list,
  oneOf,
  orNull,
  type Reader,
  record,
  signed,
  string,
  textOf,
  variant,
  wordOf,
} from "./reader.ts";

type Shape = { readonly kind: "dot" } | { readonly kind: "line"; readonly length: bigint };
const dot = record<{ readonly kind: "dot" }>({ kind: oneOf(["dot"]) });
const line = record<{ readonly kind: "line"; readonly length: bigint }>({
  kind: oneOf(["line"]),
  length: signed,
});
const shape = variant<Shape, "kind">("kind", { dot, line });
const pair = record<{ readonly a: string; readonly b: bigint }>({ a: string, b: signed });
const upper = `0x${"AB".repeat(20)}`;

describe("readers", () => {
  const accepted: readonly (readonly [string, Reader<unknown>, unknown])[] = [
    ["a record with its fields", pair, { a: "x", b: 1n }],
    ["a variant without more", shape, { kind: "dot" }],
    ["a variant with more", shape, { kind: "line", length: -3n }],
    ["an empty list", list(string), []],
    ["a list in its order", list(signed), [3n, 1n, 2n]],
    ["nothing, where that may be", orNull(string), null],
    ["something, where nothing may be", orNull(string), "x"],
    ["a word", wordOf<"x" | "y">({ x: true, y: true }), "y"],
    ["an integer within its unit", integer(bps), 10_000n],
    ["a text that is already as it should be", textOf(address), upper.toLowerCase()],
    ["true", flag, true],
    ["any document", anything, { whatever: [null] }],
  ];
  it.each(accepted)("take %s", (_name, reader, value) => {
    expect(reader(value, "at")).toEqual(value);
  });

  type Refused = readonly [
    name: string,
    reader: Reader<unknown>,
    value: unknown,
    path: string,
    limit: RegExp,
  ];
  const refused: readonly Refused[] = [
    ["a missing field", pair, { a: "x" }, "at.b", /there/],
    ["an unknown field", pair, { a: "x", b: 1n, c: null }, "at.c", /left out; the fields here are a, b/],
    ["a field of the wrong kind", pair, { a: 1n, b: 1n }, "at.a", /text/],
    ["a field that only its prototype has", pair, Object.create({ a: "x", b: 1n }), "at.a", /there/],
    ["a list for a record", pair, ["x", 1n], "at", /a record/],
    ["null for a record", pair, null, "at", /a record/],
    ["a text for a record", pair, "x", "at", /a record/],
    ["an unknown variant", shape, { kind: "cube" }, "at.kind", /one of dot, line/],
    ["no variant", shape, {}, "at.kind", /one of dot, line/],
    ["a variant that is no word", shape, { kind: 1n }, "at.kind", /one of dot, line/],
    ["a variant with another's field", shape, { kind: "dot", length: 1n }, "at.length", /left out/],
    ["a variant in a list", list(shape), [{ kind: "dot" }, { kind: "line" }], "at[1].length", /there/],
    ["a record for a list", list(string), { 0: "x" }, "at", /a list/],
    ["a wrong item", list(string), ["x", 2n], "at[1]", /text/],
    ["undefined where null may be", orNull(string), undefined, "at", /text/],
    ["another word", wordOf<"x" | "y">({ x: true, y: true }), "z", "at", /one of x, y/],
    ["an inherited word", wordOf<"x">({ x: true }), "toString", "at", /one of x/],
    ["a number", signed, 1, "at", /an integer/],
    ["an integer beyond its unit", integer(bps), 10_001n, "at", /at most 10000/],
    ["a negative amount", integer(rawAmount), -1n, "at", /at least 0/],
    ["a text in upper case", textOf(address), upper, "at", /lower case/],
    ["a text of another form", textOf(address), "0x12", "at", /40 hex digits/],
    ["an integer for a text", textOf(address), 1n, "at", /text/],
    ["null for a flag", flag, null, "at", /true or false/],
  ];
  it.each(refused)("refuse %s, and say where and what belongs there", (_name, reader, value, path, limit) => {
    const read = () => reader(value, "at");
    expect(read).toThrow(BundleFormatError);
    expect(read).toThrow(expect.objectContaining({ path, limit: expect.stringMatching(limit) }));
  });

  it("let a defect of a constructor through instead of calling it bad input", () => {
    const broken = integer<bigint>(() => {
      throw new RangeError("defect");
    });
    expect(() => broken(1n, "at")).toThrow(RangeError);
  });

  it("name the outermost value in words", () => {
    expect(() => pair(null, "")).toThrow(/outermost value is null/);
  });
});
