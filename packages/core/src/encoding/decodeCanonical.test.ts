import { describe, expect, it } from "vitest";
import vectors from "../../../../docs/canonical-encoding.vectors.json" with { type: "json" };
import { CanonicalError } from "./canonicalError.ts";
import { MAX_BYTES, MAX_DEPTH } from "./canonicalValue.ts";
import { contentId } from "./contentId.ts";
import { decodeCanonical } from "./decodeCanonical.ts";
import { encodeCanonical } from "./encodeCanonical.ts";

describe("the published vectors", () => {
  it.each(vectors.accept)("accepts: $name", ({ kind, canonical, id }) => {
    const value = decodeCanonical(canonical);
    expect(encodeCanonical(value)).toBe(canonical);
    expect(contentId(kind, value)).toBe(id);
  });

  it.each(vectors.refuse)("refuses: $name", ({ input }) => {
    expect(() => decodeCanonical(input)).toThrow(CanonicalError);
  });
});

describe("decodeCanonical", () => {
  const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

  it.each([
    ["says where a number stands", '{"a":[null,1]}', "kind-of-value", "$.a[1]"],
    ["says where a bad integer stands", '{"a":{"$int":"1.5"}}', "integer", "$.a"],
    ["refuses an integer beside another field", '{"$int":"1","a":null}', "integer", "$"],
    ["refuses an integer that takes long to read", `[{"$int":"${"9".repeat(1025)}"}]`, "integer", "$[0]"],
    ["refuses one level too many", deep(MAX_DEPTH + 1), "depth", `$${"[0]".repeat(MAX_DEPTH)}`],
    ["refuses a great many levels", deep(100_000), "depth", `$${"[0]".repeat(MAX_DEPTH)}`],
    ["refuses a byte order mark", "\ufeffnull", "syntax", "$"],
    ["refuses a repeated key whose values agree", '{"a":null,"a":null}', "non-canonical", "$"],
    ["refuses a raw lone surrogate", '"\ud800"', "surrogate", "$"],
    ["refuses a document that is too long", `"${"x".repeat(MAX_BYTES)}"`, "size", "$"],
  ])("%s", (_name, text, code, path) => {
    expect(() => decodeCanonical(text)).toThrow(
      expect.objectContaining({ name: "CanonicalError", code, path }),
    );
  });

  it("keeps a key named __proto__ as a key", () => {
    const value = decodeCanonical('{"__proto__":{"polluted":true}}');
    expect(encodeCanonical(value)).toBe('{"__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
