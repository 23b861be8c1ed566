import { utf8ToBytes } from "@noble/hashes/utils.js";
import { NotCanonicalError } from "../errors/NotCanonicalError.ts";
import { BYTES_MAX, DEPTH_MAX, DIGITS_MAX } from "./canonicalValue.ts";
import { keyProblem } from "./keyProblem.ts";
import { escaped, LONE_SURROGATE } from "./textEscapes.ts";

/** The first integer with a digit too many. */
const BEYOND = 10n ** BigInt(DIGITS_MAX);

/** Where a value stands, and how many lists and records are around it. */
type Place = { readonly path: string; readonly depth: number };

/**
 * The canonical text of a value (docs/canonical-encoding.md, §2).
 * @throws NotCanonicalError for a value that has none, with its path
 */
export function encodeCanonical(value: unknown): string {
  const text = encodeValue(value, { path: "$", depth: 0 });
  if (utf8ToBytes(text).length > BYTES_MAX) refuse({ path: "$", depth: 0 }, `more than ${BYTES_MAX} bytes`);
  return text;
}

function refuse(place: Place, problem: string): never {
  throw new NotCanonicalError({ place: place.path, problem });
}

function encodeValue(value: unknown, place: Place): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "boolean":
      return String(value);
    case "bigint":
      return encodeInteger(value, place);
    case "string":
      return encodeText(value, place);
    case "object":
      return encodeContainer(value, { ...place, depth: place.depth + 1 });
    default:
      return refuse(place, `a ${typeof value} is none of the six kinds of value`);
  }
}

function encodeInteger(value: bigint, place: Place): string {
  if (value >= BEYOND || value <= -BEYOND) refuse(place, `an integer of more than ${DIGITS_MAX} digits`);
  return `{"$int":"${value}"}`;
}

function encodeText(text: string, place: Place): string {
  if (LONE_SURROGATE.test(text)) refuse(place, "a lone surrogate");
  return `"${text.replace(/["\\]|[^ -\uffff]/g, escaped)}"`;
}

function encodeContainer(value: object, place: Place): string {
  if (place.depth > DEPTH_MAX) refuse(place, `nested deeper than ${DEPTH_MAX}`);
  if (Array.isArray(value)) {
    // Array.from visits holes too, which then are refused as undefined.
    return `[${Array.from(value, (item, i) => encodeValue(item, { ...place, path: `${place.path}[${i}]` })).join(",")}]`;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    refuse(place, "an object that is no plain record");
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => encodeEntry(key, { item, place })).join(",")}}`;
}

function encodeEntry(key: string, { item, place }: { item: unknown; place: Place }): string {
  const problem = keyProblem(key);
  if (problem !== undefined) refuse(place, problem);
  return `${encodeText(key, place)}:${encodeValue(item, { ...place, path: `${place.path}.${key}` })}`;
}
