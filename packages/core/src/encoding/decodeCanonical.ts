import { CanonicalError } from "./canonicalError.ts";
import { type CanonicalValue, MAX_BYTES, MAX_DEPTH, MAX_DIGITS } from "./canonicalValue.ts";
import { encodeCanonical } from "./encodeCanonical.ts";

const INTEGER = new RegExp(`^(?:0|-?[1-9][0-9]{0,${MAX_DIGITS - 1}})$`);

type Place = { readonly path: string; readonly depth: number };

/**
 * Reads a canonical text. Accepts exactly what encodeCanonical writes: it reads, writes again and compares, so a
 * repeated key, white space or another spelling of a character is refused.
 * @throws CanonicalError
 */
export function decodeCanonical(text: string): CanonicalValue {
  if (text.length > MAX_BYTES) {
    throw new CanonicalError({ code: "size", path: "$", detail: `more than ${MAX_BYTES} bytes.` });
  }
  const value = readValue(parseJson(text), { path: "$", depth: 0 });
  const again = encodeCanonical(value);
  if (again !== text) {
    const detail = `from character ${firstDifference(text, again)} on, the bytes are not those that its content encodes to.`;
    throw new CanonicalError({ code: "non-canonical", path: "$", detail });
  }
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CanonicalError({ code: "syntax", path: "$", detail });
  }
}

function readValue(value: unknown, place: Place): CanonicalValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value !== "object") {
    const detail = `a bare ${typeof value}; integers are written {"$int":"…"}.`;
    throw new CanonicalError({ code: "kind-of-value", path: place.path, detail });
  }
  if (!Array.isArray(value) && Object.hasOwn(value, "$int")) return readInteger(value, place.path);
  const depth = place.depth + 1;
  if (depth > MAX_DEPTH) {
    throw new CanonicalError({ code: "depth", path: place.path, detail: `nested deeper than ${MAX_DEPTH}.` });
  }
  if (Array.isArray(value))
    return value.map((item, i) => readValue(item, { path: `${place.path}[${i}]`, depth }));
  // fromEntries defines each key, so a key named __proto__ stays a key.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      readValue(item, { path: `${place.path}.${key}`, depth }),
    ]),
  );
}

function readInteger(record: object, path: string): bigint {
  const entries = Object.entries(record);
  const digits: unknown = entries.length === 1 ? entries[0]?.[1] : undefined;
  if (typeof digits !== "string" || !INTEGER.test(digits)) {
    const detail = `an integer is exactly {"$int":"D"}, D decimal, no leading zero, at most ${MAX_DIGITS} digits.`;
    throw new CanonicalError({ code: "integer", path, detail });
  }
  return BigInt(digits);
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return i;
}
