import { quoted } from "../../units/quoted.ts";
import { UnitError } from "../../units/unitError.ts";
import { BundleFormatError } from "../bundleFormatError.ts";

/** Reads one value of a document as a type, or throws BundleFormatError naming where it stands. */
export type Reader<T> = (value: unknown, path: string) => T;

/** A record with exactly these fields. */
export function record<T extends object>(fields: { readonly [Key in keyof T]-?: Reader<T[Key]> }): Reader<T> {
  const names = Object.keys(fields);
  return (value, path) => {
    const given = plainRecord(value, path);
    for (const key of Object.keys(given)) {
      if (names.includes(key)) continue;
      const limit = `left out; the fields here are ${names.join(", ")}`;
      throw new BundleFormatError({ path: inside(path, key), value: "unknown", limit });
    }
    const read = Object.entries<Reader<unknown>>(fields).map(([key, reader]) => {
      const at = inside(path, key);
      if (!Object.hasOwn(given, key))
        throw new BundleFormatError({ path: at, value: "missing", limit: "there" });
      return [key, reader(given[key], at)] as const;
    });
    return Object.fromEntries(read) as T;
  };
}

/** One of several records, told apart by the word in `key`; every word of the type must be here. */
export function variant<T extends { readonly [Name in Key]: string }, Key extends string>(
  key: Key,
  kinds: { readonly [Word in T[Key]]: Reader<T> },
): Reader<T> {
  const readers = new Map(Object.entries<Reader<T>>(kinds));
  return (value, path) => {
    const word = plainRecord(value, path)[key];
    const reader = typeof word === "string" ? readers.get(word) : undefined;
    if (reader !== undefined) return reader(value, path);
    const limit = `one of ${[...readers.keys()].join(", ")}`;
    throw new BundleFormatError({ path: inside(path, key), value: quoted(word), limit });
  };
}

/** A list, order kept. */
export function list<T>(item: Reader<T>): Reader<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new BundleFormatError({ path, value: quoted(value), limit: "a list" });
    return value.map((each, i) => item(each, `${path}[${i}]`));
  };
}

/** The value or null. */
export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : reader(value, path));
}

/** One of these words. */
export function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  return (value, path) => {
    const word = words.find((each) => each === value);
    if (word === undefined) {
      throw new BundleFormatError({ path, value: quoted(value), limit: `one of ${words.join(", ")}` });
    }
    return word;
  };
}

/** One of the words of a closed list; every word of the type must be here. */
export function wordOf<T extends string>(words: Readonly<Record<T, true>>): Reader<T> {
  return oneOf(Object.keys(words) as T[]);
}

/** An integer that a constructor of `units` accepts. */
export function integer<T extends bigint>(make: (value: bigint) => T): Reader<T> {
  return (value, path) => {
    if (typeof value !== "bigint")
      throw new BundleFormatError({ path, value: quoted(value), limit: "an integer" });
    return made(() => make(value), path);
  };
}

/** A text that a constructor of ids or hex accepts, exactly as it stands. */
export function textOf<T extends string>(make: (text: string) => T): Reader<T> {
  return (value, path) => {
    const text = made(() => make(string(value, path)), path);
    if (text !== value) throw new BundleFormatError({ path, value: quoted(value), limit: "in lower case" });
    return text;
  };
}

export const string: Reader<string> = (value, path) => {
  if (typeof value !== "string") throw new BundleFormatError({ path, value: quoted(value), limit: "text" });
  return value;
};

export const flag: Reader<boolean> = (value, path) => {
  if (typeof value !== "boolean")
    throw new BundleFormatError({ path, value: quoted(value), limit: "true or false" });
  return value;
};

/** Any document; what it is shows when its id is checked. */
export const anything: Reader<unknown> = (value) => value;

/** An integer of either sign. */
export const signed: Reader<bigint> = integer((value) => value);

function inside(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function plainRecord(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new BundleFormatError({ path, value: quoted(value), limit: "a record" });
  }
  return value as Readonly<Record<string, unknown>>;
}

function made<T>(make: () => T, path: string): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    throw new BundleFormatError({ path, value: error.value, limit: error.limit });
  }
}
