import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalValues } from "../../test/canonicalValues.ts";
import { NotCanonicalError } from "../errors/NotCanonicalError.ts";
import { DEPTH_MAX } from "./canonicalValue.ts";
import { encodeCanonical } from "./encodeCanonical.ts";

describe("a value is written", () => {
  test.each<[string, unknown, string]>([
    ["null as null", null, "null"],
    ["zero with its tag", 0n, '{"$int":"0"}'],
    ["a negative integer with its sign", -12n, '{"$int":"-12"}'],
    ["an empty list", [], "[]"],
    ["an empty record", {}, "{}"],
    ["a list in its order", [2n, 1n], '[{"$int":"2"},{"$int":"1"}]'],
    ["a record sorted by byte", { b: null, a: true, B: false }, '{"B":false,"a":true,"b":null}'],
    ["keys of digits as text, not as numbers", { 2: null, 10: null }, '{"10":null,"2":null}'],
    ["a slash as itself", "a/b", '"a/b"'],
    ["short escapes where there are any", '"\\\b\t\n\f\r', '"\\"\\\\\\b\\t\\n\\f\\r"'],
    ["other control characters by four hex digits", "\u0000\u001f", '"\\u0000\\u001f"'],
    ["DEL and everything beyond ASCII as itself", "\u007f€🪨", '"\u007f€🪨"'],
    ["a record without a prototype", Object.assign(Object.create(null), { a: null }), '{"a":null}'],
  ])("%s", (_, value, text) => {
    expect(encodeCanonical(value)).toBe(text);
  });
});

describe("a value has no canonical text when it holds", () => {
  test.each<[string, unknown, string]>([
    ["a number", { share: 0.5 }, "$.share"],
    ["undefined", { a: [undefined] }, "$.a[0]"],
    ["a hole in a list", { a: new Array(1) }, "$.a[0]"],
    ["a function", [() => 1], "$[0]"],
    ["a date", { at: new Date(0) }, "$.at"],
    ["a map", new Map(), "$"],
    ["half of a surrogate pair", ["\ud800"], "$[0]"],
    ["half of a surrogate pair in a longer text", ["a\udc00b"], "$[0]"],
    ["an empty key", { a: { "": null } }, "$.a"],
    ["a key that starts with $", { $int: "1" }, "$"],
    ["a key beyond ASCII", { ü: null }, "$"],
    ["a key with a control character", { "a\n": null }, "$"],
  ])("%s, and its place is named", (_, value, place) => {
    expect(() => encodeCanonical(value)).toThrow(NotCanonicalError);
    expect(() => encodeCanonical(value)).toThrow(expect.objectContaining({ place }));
  });
});

const nested = (depth: number): unknown => (depth === 0 ? null : [nested(depth - 1)]);

test("nesting goes to the limit and not beyond", () => {
  expect(encodeCanonical(nested(DEPTH_MAX))).toContain("null");
  expect(() => encodeCanonical(nested(DEPTH_MAX + 1))).toThrow(NotCanonicalError);
});

test("the order in which a record was built leaves no trace", () => {
  fc.assert(
    fc.property(canonicalValues, (value) => {
      if (value === null || typeof value !== "object" || Array.isArray(value)) return;
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(encodeCanonical(turned)).toBe(encodeCanonical(value));
    }),
  );
});

test("the text is JSON, and says the same to a JSON reader", () => {
  const asJson = (value: unknown): unknown => {
    if (typeof value === "bigint") return { $int: String(value) };
    if (Array.isArray(value)) return value.map(asJson);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item)]));
  };
  fc.assert(
    fc.property(canonicalValues, (value) => {
      expect(JSON.parse(encodeCanonical(value))).toEqual(asJson(value));
    }),
  );
});
