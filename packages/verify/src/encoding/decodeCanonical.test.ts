import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../../../docs/canonical-encoding.vectors.json" with { type: "json" };
import { canonicalValues } from "../../test/canonicalValues.ts";
import { NotCanonicalError } from "../errors/NotCanonicalError.ts";
import { BYTES_MAX, DEPTH_MAX, DIGITS_MAX } from "./canonicalValue.ts";
import { contentId } from "./contentId.ts";
import { decodeCanonical } from "./decodeCanonical.ts";
import { encodeCanonical } from "./encodeCanonical.ts";

describe("the published vectors", () => {
  test.each(vectors.accept)("accept: $name", ({ kind, canonical, id }) => {
    const value = decodeCanonical(canonical);
    expect(encodeCanonical(value)).toBe(canonical);
    expect(contentId(kind, value)).toBe(id);
  });

  test.each(vectors.refuse)("refuse: $name", ({ input }) => {
    expect(() => decodeCanonical(input)).toThrow(NotCanonicalError);
  });
});

describe("refused, with the place of the first wrong character:", () => {
  test.each([
    ["a space after a colon", '{"a": null}', 5],
    ["a space before the value", " null", 0],
    ["a line end after the value", "null\n", 4],
    ["a byte order mark", "\ufeffnull", 0],
    ["a list that is not closed", "[null", 5],
    ["a comma before the end of a list", "[null,]", 6],
    ["a comma before the end of a record", '{"a":null,}', 10],
    ["a missing colon", '{"a"null}', 4],
    ["a key without quotes", "{a:null}", 1],
    ["keys out of order", '{"b":null,"a":null}', 10],
    ["a key twice", '{"a":null,"a":null}', 10],
    ["a word that is no value", "nil", 0],
    ["capital letters", "TRUE", 0],
    ["a bare number", "[1]", 1],
    ["digits that are not text", '{"$int":1}', 8],
    ["an integer with a leading zero", '{"$int":"01"}', 8],
    ["hexadecimal digits", '{"$int":"0x1"}', 8],
    ["an integer and a second key", '{"$int":"1","a":null}', 11],
    ["an integer as a later key", '{"#":null,"$int":"1"}', 10],
    ["a text without an end", '"abc', 4],
    ["a raw control character", '"a\u0009b"', 2],
    ["an escaped slash", '"\\/"', 1],
    ["a short escape written long", '"\\u0009"', 1],
    ["a printable character escaped", '"\\u0041"', 1],
    ["an escape that ends too soon", '"\\u00"', 1],
    ["a lone surrogate", '"\ud800"', 0],
  ])("%s", (_, text, at) => {
    expect(() => decodeCanonical(text)).toThrow(expect.objectContaining({ place: `character ${at}` }));
  });
});

const brackets = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

test("nesting goes to the limit; an integer at the bottom is no further level", () => {
  expect(() => decodeCanonical(brackets(DEPTH_MAX))).not.toThrow();
  expect(() => decodeCanonical(brackets(DEPTH_MAX + 1))).toThrow(NotCanonicalError);
  const withInteger = `${"[".repeat(DEPTH_MAX)}{"$int":"1"}${"]".repeat(DEPTH_MAX)}`;
  expect(() => decodeCanonical(withInteger)).not.toThrow();
});

test.each(["", "-"])("an integer has at most 1024 digits, sign %j not counted", (sign) => {
  const integer = (digits: number) => `{"$int":"${sign}${"9".repeat(digits)}"}`;
  expect(encodeCanonical(decodeCanonical(integer(DIGITS_MAX)))).toBe(integer(DIGITS_MAX));
  expect(() => decodeCanonical(integer(DIGITS_MAX + 1))).toThrow(NotCanonicalError);
  expect(() => encodeCanonical(BigInt(`${sign}1${"0".repeat(DIGITS_MAX)}`))).toThrow(NotCanonicalError);
});

test("a very deep text is refused, not a crash", () => {
  expect(() => decodeCanonical("[".repeat(1_000_000))).toThrow(NotCanonicalError);
});

test("a text beyond 16 MiB is refused; bytes count, not characters", () => {
  expect(() => decodeCanonical(`"${"a".repeat(BYTES_MAX - 2)}"`)).not.toThrow();
  expect(() => decodeCanonical(`"${"a".repeat(BYTES_MAX - 1)}"`)).toThrow(NotCanonicalError);
  expect(() => decodeCanonical(`"${"€".repeat(BYTES_MAX / 3)}"`)).toThrow(NotCanonicalError);
});

test("a key that JavaScript treats specially is a key like any other", () => {
  const value = decodeCanonical('{"__proto__":{"a":null},"constructor":null}');
  expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("decoding undoes encoding", () => {
  fc.assert(
    fc.property(canonicalValues, (value) => {
      const text = encodeCanonical(value);
      const decoded = decodeCanonical(text);
      expect(encodeCanonical(decoded)).toBe(text);
      expect(decoded).toEqual(value);
    }),
  );
});

test("whatever is accepted is what the encoder writes", () => {
  const soup = fc.array(fc.constantFrom(...'{}[]:,"\\$intu0019abf-', "null", "true", '{"$int":"', " "), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(soup, (parts) => {
      const text = parts.join("");
      try {
        expect(encodeCanonical(decodeCanonical(text))).toBe(text);
      } catch (error) {
        expect(error).toBeInstanceOf(NotCanonicalError);
      }
    }),
    { numRuns: 2_000 },
  );
});
