import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCanonical } from "../../encoding/decodeCanonical.ts";
import { encodeCanonical } from "../../encoding/encodeCanonical.ts";
import { decisions, findings, quantities, sources } from "../../testing/documents.ts";
import { BundleFormatError } from "../bundleFormatError.ts";
import { source } from "./chain.ts";
import { decision } from "./decision.ts";
import { finding } from "./finding.ts";
import type { Reader } from "./reader.ts";

/** A document through storage and back through its reader. */
function stored<T>(reader: Reader<T>, document: T): T {
  return reader(decodeCanonical(encodeCanonical(document)), "");
}

describe("decisions of every shape", () => {
  it.each([
    ["sources", source, sources],
    ["findings", finding, findings],
    ["decisions", decision, decisions],
  ] as const)("%s read back as they were stored", (_name, reader, documents) => {
    fc.assert(
      fc.property(documents as fc.Arbitrary<unknown>, (document) => {
        expect(stored(reader as Reader<unknown>, document)).toEqual(document);
      }),
    );
  });

  it("with a field more are refused wherever the field is put", () => {
    fc.assert(
      fc.property(findings, fc.constantFrom("extra", "__proto__", "toString"), (document, key) => {
        const more = Object.fromEntries([...Object.entries(document), [key, null] as const]);
        expect(() => finding(more, "")).toThrow(BundleFormatError);
        const inside = {
          ...document,
          effect: Object.fromEntries([...Object.entries(document.effect), [key, null]]),
        };
        expect(() => finding(inside, "")).toThrow(BundleFormatError);
      }),
    );
  });

  it("with a field less are refused, and the field is named", () => {
    fc.assert(
      fc.property(decisions, fc.nat(), (document, pick) => {
        const keys = Object.keys(document);
        const left = keys[pick % keys.length] ?? "";
        const less = Object.fromEntries(Object.entries(document).filter(([key]) => key !== left));
        expect(() => decision(less, "decision")).toThrow(
          expect.objectContaining({ path: `decision.${left}` }),
        );
      }),
    );
  });

  it("with a measured value of another unit are refused when the value does not fit it", () => {
    fc.assert(
      fc.property(findings, quantities, (document, quantity) => {
        const wrong = { ...document, measured: { ...quantity, unit: "percent" } };
        expect(() => finding(wrong, "f")).toThrow(expect.objectContaining({ path: "f.measured.unit" }));
      }),
    );
  });
});
