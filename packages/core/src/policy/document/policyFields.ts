import * as z from "zod";
import { FIELD_EXAMPLE, type FieldKind, type FieldMeta, type Tightens } from "./fieldKind.ts";
import { policyDocument } from "./policyDocument.ts";

/** One line of the policy form and of its reference. */
export type PolicyField = {
  /** `costs.slippage`; a list's items have `[]`: `universe[].max`. */
  readonly path: string;
  /** `group` is a record of fields, `list` a list of records or of values. */
  readonly kind: FieldKind | "group" | "list";
  readonly title: string;
  readonly description: string;
  /** Words to choose from; empty unless kind is `choice`. */
  readonly options: readonly string[];
  /** How it is written. Empty for a group or list. */
  readonly example: string;
  /** What holds when it, or the optional record that it is in, is left out; null when it may not be left out. */
  readonly orElse: string | null;
  /** It may be left out of the policy as a whole. */
  readonly isOptional: boolean;
  /** Which change of it is a tightening, and why; null for a group, whose fields say it. */
  readonly tightens: Tightens | null;
  readonly because: string;
};

/** Every field of the policy document in its order, groups before their fields. For forms and the reference page. */
export function policyFields(): readonly PolicyField[] {
  return fieldsUnder(policyDocument, "");
}

function fieldsUnder(schema: z.ZodType, path: string): readonly PolicyField[] {
  if (schema instanceof z.ZodExactOptional) {
    return fieldsUnder(schema.unwrap() as z.ZodType, path).map((field) =>
      field.path === path ? { ...field, isOptional: true } : field,
    );
  }
  if (schema instanceof z.ZodObject) {
    const children = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, child]) =>
      fieldsUnder(child, path === "" ? key : `${path}.${key}`),
    );
    return path === "" || path.endsWith("[]")
      ? children
      : [group(schema, { path, kind: "group" }), ...children];
  }
  if (schema instanceof z.ZodArray) {
    return [group(schema, { path, kind: "list" }), ...fieldsUnder(schema.element as z.ZodType, `${path}[]`)];
  }
  return [leaf(schema, path)];
}

function group(schema: z.ZodType, at: Pick<PolicyField, "path" | "kind">): PolicyField {
  const { title, description, tightens = null, because = "" } = words(schema) as Partial<FieldMeta>;
  const own = { title: title ?? "", description: description ?? "", tightens, because };
  return { ...at, ...own, options: [], example: "", orElse: null, isOptional: false };
}

function leaf(schema: z.ZodType, path: string): PolicyField {
  const { kind, options = [], orElse: without = null, ...own } = words(schema);
  const { title, description, tightens, because } = own;
  const orElse = schema instanceof z.ZodPrefault ? String(schema.def.defaultValue) : without;
  const example = options[0] ?? FIELD_EXAMPLE[kind];
  return { path, kind, title, description, options, example, orElse, isOptional: false, tightens, because };
}

function words(schema: z.ZodType): FieldMeta {
  return schema.meta() as FieldMeta;
}
