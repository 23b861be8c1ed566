import { utf8ToBytes } from "@noble/hashes/utils.js";
import { compareText } from "../units/compareText.ts";
import { CanonicalError } from "./canonicalError.ts";
import { MAX_BYTES, MAX_DEPTH, MAX_DIGITS } from "./canonicalValue.ts";

const KEY = /^[ -#%-~][ -~]*$/;
const INTEGER_END = 10n ** BigInt(MAX_DIGITS);
const LONE_SURROGATE = /\p{Surrogate}/u;

type Place = { readonly path: string; readonly depth: number };

/**
 * The one text of a document (docs/canonical-encoding.md, §2). Records are sorted by key; lists keep their order.
 * @throws CanonicalError naming the path of a value that has no canonical form: a number, undefined, a date, a class
 *   instance, a lone surrogate, a bad key, nesting beyond 64, more than 16 MiB
 */
export function encodeCanonical(document: unknown): string {
  const text = encodeValue(document, { path: "$", depth: 0 });
  // One UTF-16 unit is at most three bytes, so only a long text needs to be measured.
  if (text.length * 3 > MAX_BYTES && utf8ToBytes(text).length > MAX_BYTES) {
    throw new CanonicalError({ code: "size", path: "$", detail: `more than ${MAX_BYTES} bytes.` });
  }
  return text;
}

function encodeValue(value: unknown, place: Place): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "boolean":
      return value ? "true" : "false";
    case "bigint":
      return encodeInteger(value, place);
    case "string":
      return encodeText(value, place);
    case "object":
      return encodeNested(value, { path: place.path, depth: place.depth + 1 });
    default: {
      const hint = typeof value === "number" ? " Use a bigint." : "";
      throw new CanonicalError({
        code: "kind-of-value",
        path: place.path,
        detail: `it is ${typeof value}.${hint}`,
      });
    }
  }
}

function encodeInteger(value: bigint, { path }: Place): string {
  if (value >= INTEGER_END || value <= -INTEGER_END) {
    throw new CanonicalError({ code: "integer", path, detail: `more than ${MAX_DIGITS} digits.` });
  }
  return `{"$int":"${value}"}`;
}

// JSON.stringify escapes exactly what the page asks for, once lone surrogates are refused (ECMA-262, QuoteJSONString).
function encodeText(text: string, { path }: Place): string {
  if (LONE_SURROGATE.test(text)) {
    throw new CanonicalError({ code: "surrogate", path, detail: "the text holds half of a surrogate pair." });
  }
  return JSON.stringify(text);
}

function encodeNested(value: object, place: Place): string {
  const { path, depth } = place;
  if (depth > MAX_DEPTH)
    throw new CanonicalError({ code: "depth", path, detail: `nested deeper than ${MAX_DEPTH}.` });
  if (Array.isArray(value)) return encodeList(value, place);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    const detail = `it is a ${value.constructor?.name ?? "class instance"}, not a plain record.`;
    throw new CanonicalError({ code: "kind-of-value", path, detail });
  }
  return encodeRecord(value as Readonly<Record<string, unknown>>, place);
}

function encodeList(list: readonly unknown[], { path, depth }: Place): string {
  // Array.from also visits holes, which are then refused as undefined.
  return `[${Array.from(list, (item, i) => encodeValue(item, { path: `${path}[${i}]`, depth })).join(",")}]`;
}

function encodeRecord(record: Readonly<Record<string, unknown>>, { path, depth }: Place): string {
  const fields = Object.keys(record)
    .sort(compareText)
    .map((key) => {
      if (!KEY.test(key)) {
        const detail = `the key ${JSON.stringify(key)} must be printable ASCII and not start with $.`;
        throw new CanonicalError({ code: "key", path, detail });
      }
      return `${JSON.stringify(key)}:${encodeValue(record[key], { path: `${path}.${key}`, depth })}`;
    });
  return `{${fields.join(",")}}`;
}
