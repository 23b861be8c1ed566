import fc from "fast-check";
import type { CanonicalValue } from "../src/encoding/canonicalValue.ts";

const key = fc
  .string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 12,
  })
  .filter((text) => !text.startsWith("$"));

/** Any value that has a canonical text, control characters, surrogate pairs and awkward keys included. */
export const canonicalValues: fc.Arbitrary<CanonicalValue> = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.bigInt({ min: -(2n ** 260n), max: 2n ** 260n }),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.array(tie("value"), { maxLength: 6 }),
    fc
      .uniqueArray(
        fc.tuple(fc.oneof(key, fc.constant("__proto__"), fc.constant("constructor")), tie("value")),
        {
          maxLength: 6,
          selector: ([name]) => name,
        },
      )
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;
