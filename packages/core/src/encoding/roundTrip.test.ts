import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CanonicalValue } from "./canonicalValue.ts";
import { contentId } from "./contentId.ts";
import { decodeCanonical } from "./decodeCanonical.ts";
import { encodeCanonical } from "./encodeCanonical.ts";

const key = fc
  .string({ unit: "binary-ascii", minLength: 1, maxLength: 12 })
  .filter((text) => /^[ -#%-~][ -~]*$/.test(text));

const { value: documents } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.bigInt(),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(fc.oneof(key, fc.constant("__proto__")), tie("value"), { maxKeys: 5 }),
  ),
}));

function reversed(value: CanonicalValue): CanonicalValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, reversed(item)]),
  );
}

describe("canonical encoding of any document", () => {
  it("decodes to the same document", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = encodeCanonical(document);
        expect(encodeCanonical(decodeCanonical(text))).toBe(text);
      }),
    );
  });

  it("does not depend on the order in which keys were set", () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(encodeCanonical(reversed(document))).toBe(encodeCanonical(document));
      }),
    );
  });

  it("is different for different documents", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(encodeCanonical(a) === encodeCanonical(b)).toBe(isSame(a, b));
      }),
    );
  });

  it("one changed character is refused or is another document", () => {
    fc.assert(
      fc.property(
        documents,
        fc.nat(),
        fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 1 }),
        (document, at, sign) => {
          const text = encodeCanonical(document);
          const changed = text.slice(0, at % text.length) + sign + text.slice((at % text.length) + 1);
          fc.pre(changed !== text);
          expect(idOrNull(changed)).not.toBe(contentId("test", document));
        },
      ),
    );
  });
});

function isSame(a: CanonicalValue, b: CanonicalValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSame(item, (b as CanonicalValue[])[i] ?? null));
  }
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return a === b;
  if (Array.isArray(a) || Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    left.size === right.size &&
    [...left].every(([name, item]) => right.has(name) && isSame(item, right.get(name) ?? null))
  );
}

function idOrNull(text: string): string | null {
  try {
    return contentId("test", decodeCanonical(text));
  } catch {
    return null;
  }
}
