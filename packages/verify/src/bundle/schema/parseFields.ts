import type { z } from "zod";
import { FieldError } from "../../errors/FieldError.ts";

/**
 * Reads a document by its schema.
 * @throws FieldError with one sentence for each field that is missing, wrong or not known, beginning with its path
 */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  { document, path }: { document: unknown; path: string },
): z.infer<Schema> {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  throw new FieldError(result.error.issues.map((issue) => sentence(issue, { document, path })));
}

type Place = { readonly document: unknown; readonly path: string };

function sentence(issue: z.core.$ZodIssue, { document, path }: Place): string {
  const at = issue.path.reduce<string>(join, path);
  if (issue.code === "unrecognized_keys")
    return `${at || "the file"}: unknown field ${issue.keys.join(", ")}`;
  const value = valueAt(document, issue.path);
  if (value === undefined) return `${at}: missing`;
  return `${at || "the file"}: ${shown(value)} ${phrase(issue)}`;
}

function join(left: string, key: PropertyKey): string {
  if (typeof key === "number") return `${left}[${key}]`;
  return left === "" ? String(key) : `${left}.${String(key)}`;
}

function phrase(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value")
    return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
  if (issue.code === "invalid_type") return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  return issue.message;
}

const KINDS: Readonly<Record<string, string>> = {
  bigint: "an integer",
  string: "text",
  array: "a list",
  object: "a record",
  boolean: "true or false",
};

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    document,
  );
}

function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "a record";
  return typeof value === "string" ? JSON.stringify(value.slice(0, 80)) : String(value);
}
