import type * as z from "zod";
import { quoted } from "../../units/quoted.ts";
import { nearest } from "./nearest.ts";
import { type PolicyField, policyFields } from "./policyFields.ts";
import type { PolicyIssue } from "./policyIssue.ts";

type ZodIssue = z.core.$ZodIssue;

/** The schema's complaints in the words of the document: field, value, limit, what to write. */
export function issuesOf(error: z.ZodError, document: unknown): readonly PolicyIssue[] {
  return error.issues.flatMap((issue) => {
    const path = pathText(issue.path);
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key));
    const found = valueAt(document, issue.path);
    return [found === undefined ? missing(path) : refused(issue, { path, found })];
  });
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    const isNested = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return isNested ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }, document);
}

function fieldAt(path: string): PolicyField | undefined {
  const generic = path.replaceAll(/\[\d+\]/g, "[]");
  return policyFields().find((field) => field.path === generic);
}

function unknownKey(parent: string, key: string): PolicyIssue {
  const prefix = parent === "" ? "" : `${parent.replaceAll(/\[\d+\]/g, "[]")}.`;
  const known = policyFields()
    .filter((field) => field.path.startsWith(prefix))
    .map((field) => field.path.slice(prefix.length))
    .filter((name) => !/[.[]/.test(name));
  const meant = nearest(key, known);
  const path = parent === "" ? key : `${parent}.${key}`;
  const hint = meant === null ? `Known here: ${known.join(", ")}.` : `Did you mean ${meant}?`;
  return {
    path,
    value: key,
    limit: `one of ${known.join(", ")}`,
    message: `${path} is not a field of a policy. ${hint}`,
  };
}

function missing(path: string): PolicyIssue {
  const field = fieldAt(path);
  const example = field === undefined || field.example === "" ? "" : `, for example ${field.example}`;
  const about = field === undefined ? "" : ` ${field.description}`;
  return {
    path,
    value: "",
    limit: `required${example}`,
    message: `${path} is missing.${about} Write it${example}.`,
  };
}

function refused(issue: ZodIssue, { path, found }: { path: string; found: unknown }): PolicyIssue {
  const value = typeof found === "string" ? found : quoted(found);
  const { limit, hint } = expectation(issue, path);
  const where = path === "" ? "The document" : path;
  return { path, value, limit, message: `${where} is ${quoted(found)}; it must be ${limit}.${hint}` };
}

function expectation(issue: ZodIssue, path: string): { limit: string; hint: string } {
  if (issue.code === "custom") {
    const { limit, suggestion } = (issue.params ?? {}) as { limit?: string; suggestion?: string | null };
    return { limit: limit ?? issue.message, hint: suggestion == null ? "" : ` Write ${suggestion}.` };
  }
  if (issue.code === "invalid_value") return { limit: `one of ${issue.values.join(", ")}`, hint: "" };
  const kind = fieldAt(path)?.kind;
  if (path === "" || path.endsWith("]") || kind === "group") return { limit: "a record of fields", hint: "" };
  if (kind === "list") return { limit: "a list", hint: "" };
  return { limit: `a single value such as ${fieldAt(path)?.example ?? "text"}`, hint: "" };
}
