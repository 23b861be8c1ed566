/** A policy as people write it: records and lists of text. */
export type WrittenDocument = { readonly [key: string]: unknown };

type Key = string | number;

/** `universe[0].max` as keys. */
export function pathKeys(path: string): readonly Key[] {
  return path
    .replace(/\[(\d+)\]/g, ".$1")
    .split(".")
    .filter((part) => part !== "")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** What stands at a path; undefined when nothing does. */
export function readPath(document: unknown, path: string): unknown {
  return pathKeys(path).reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return typeof key === "number" ? value[key] : undefined;
    return isRecord(value) ? value[String(key)] : undefined;
  }, document);
}

/** The text at a path; empty when there is none. */
export function readText(document: unknown, path: string): string {
  const value = readPath(document, path);
  return typeof value === "string" ? value : "";
}

/** The document with another value at a path; undefined takes the value out. Nothing given is changed. */
export function writePath<Value>(document: Value, { path, value }: { path: string; value: unknown }): Value {
  return write(document, { keys: pathKeys(path), value }) as Value;
}

function write(node: unknown, { keys, value }: { keys: readonly Key[]; value: unknown }): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const list = node === undefined && typeof key === "number" ? [] : node;
  if (Array.isArray(list)) return writeItem(list, { at: Number(key), rest, value });
  const record = isRecord(node) ? node : {};
  const next = write(record[String(key)], { keys: rest, value });
  if (next === undefined)
    return Object.fromEntries(Object.entries(record).filter(([name]) => name !== String(key)));
  return { ...record, [String(key)]: next };
}

type ItemWrite = { readonly at: number; readonly rest: readonly Key[]; readonly value: unknown };

function writeItem(list: readonly unknown[], { at, rest, value }: ItemWrite): readonly unknown[] {
  const next = write(list[at], { keys: rest, value });
  if (next === undefined) return list.filter((_, index) => index !== at);
  return at >= list.length ? [...list, next] : list.map((item, index) => (index === at ? next : item));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
