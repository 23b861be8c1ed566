import { describe, expect, it } from "vitest";
import { CanonicalError } from "./canonicalError.ts";
import { MAX_BYTES, MAX_DEPTH } from "./canonicalValue.ts";
import { decodeCanonical } from "./decodeCanonical.ts";
import { encodeCanonical } from "./encodeCanonical.ts";

const nested = (depth: number): unknown => (depth === 0 ? null : [nested(depth - 1)]);

class Money {
  readonly amount = 1n;
}

describe("encodeCanonical", () => {
  it("sorts keys by byte and keeps lists in order", () => {
    expect(encodeCanonical({ b: [2n, 1n], a: "x", B: null, "10": true })).toBe(
      '{"10":true,"B":null,"a":"x","b":[{"$int":"2"},{"$int":"1"}]}',
    );
  });

  it("takes records without a prototype and keys that look dangerous", () => {
    const record: Record<string, unknown> = Object.create(null);
    Object.defineProperty(record, "__proto__", { value: "kept", enumerable: true });
    expect(encodeCanonical(record)).toBe('{"__proto__":"kept"}');
  });

  it.each([
    ["a number", { a: [1] }, "kind-of-value", "$.a[0]"],
    ["undefined", { a: { b: undefined } }, "kind-of-value", "$.a.b"],
    ["a function", { f: () => 1 }, "kind-of-value", "$.f"],
    ["a symbol", [Symbol("s")], "kind-of-value", "$[0]"],
    ["a class instance", { m: new Money() }, "kind-of-value", "$.m"],
    ["a map", { m: new Map() }, "kind-of-value", "$.m"],
    ["bytes", { m: new Uint8Array(1) }, "kind-of-value", "$.m"],
    ["a hole in a list", new Array(1), "kind-of-value", "$[0]"],
    ["an empty key", { "": null }, "key", "$"],
    ["a key with a dollar sign in front", { a: { $int: "1" } }, "key", "$.a"],
    ["a key beyond ASCII", { ü: null }, "key", "$"],
    ["a key with a control character", { "a\n": null }, "key", "$"],
    ["an integer of 1,025 digits", { a: 10n ** 1024n }, "integer", "$.a"],
    ["a negative one", { a: -(10n ** 1024n) }, "integer", "$.a"],
    ["half a surrogate pair", { a: "x\ud800" }, "surrogate", "$.a"],
    ["lists one level too deep", nested(MAX_DEPTH + 1), "depth", `$${"[0]".repeat(MAX_DEPTH)}`],
    ["a document that is too long", "x".repeat(MAX_BYTES), "size", "$"],
  ])("refuses %s and says where", (_name, document, code, path) => {
    expect(() => encodeCanonical(document)).toThrow(CanonicalError);
    expect(() => encodeCanonical(document)).toThrow(expect.objectContaining({ code, path }));
  });

  it("takes integers of 1,024 digits of either sign", () => {
    const largest = 10n ** 1024n - 1n;
    expect(decodeCanonical(encodeCanonical([largest, -largest]))).toEqual([largest, -largest]);
  });

  it("refuses a record that contains itself instead of hanging", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => encodeCanonical(loop)).toThrow(expect.objectContaining({ code: "depth" }));
  });

  it("measures the document in bytes, not in characters", () => {
    expect(encodeCanonical("x".repeat(MAX_BYTES - 2)).length).toBe(MAX_BYTES);
    expect(() => encodeCanonical("€".repeat(MAX_BYTES / 3 + 1))).toThrow(
      expect.objectContaining({ code: "size" }),
    );
  });

  it("takes nesting up to the limit, and an integer at its bottom", () => {
    expect(encodeCanonical(nested(MAX_DEPTH)).length).toBe(2 * MAX_DEPTH + 4);
    const deepest = JSON.parse(`${"[".repeat(MAX_DEPTH)}${"]".repeat(MAX_DEPTH)}`) as unknown[];
    let bottom = deepest;
    while (Array.isArray(bottom[0])) bottom = bottom[0];
    bottom.push(7n);
    expect(encodeCanonical(deepest)).toContain('{"$int":"7"}');
  });
});
