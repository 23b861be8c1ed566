import * as z from "zod";
import type { FieldMeta, Tightens } from "../document/fieldKind.ts";
import { policyDocument } from "../document/policyDocument.ts";
import { itemName } from "../itemName.ts";
import type { Policy } from "../policy.ts";
import { policyToDocument } from "../policyToDocument.ts";
import { DEPENDENT } from "./dependent.ts";
import { effectivePolicy } from "./effectivePolicy.ts";
import { judgeValues } from "./judgeValues.ts";
import type { Verdict } from "./verdict.ts";

/** What a change at one place is. `path` names a field, a list or an item of a list, as diffPolicy does. */
export type FieldVerdict = { readonly path: string; readonly verdict: Verdict; readonly because: string };

/** One place of both documents. */
type Place = {
  readonly schema: z.ZodType;
  readonly old: unknown;
  readonly now: unknown;
  readonly path: string;
  /** The path with `[]` for the items of lists, as the schema has it. */
  readonly pattern: string;
  readonly item: string | null;
  /** It may be left out. */
  readonly isOptional: boolean;
  readonly policies: { readonly before: Policy; readonly after: Policy };
};

/**
 * Every place where two policies judge differently, and what the difference is. Guards that are left out count as what holds then. A place
 * that cannot be compared is looser.
 * @throws ZodError when one of them is no policy
 */
export function fieldVerdicts(before: Policy, after: Policy): readonly FieldVerdict[] {
  const policies = { before: effectivePolicy(before), after: effectivePolicy(after) };
  const [old, now] = [policyToDocument(policies.before), policyToDocument(policies.after)];
  return judge({
    schema: policyDocument,
    old,
    now,
    path: "",
    pattern: "",
    item: null,
    isOptional: false,
    policies,
  });
}

function judge(place: Place): readonly FieldVerdict[] {
  const { schema, old, now } = place;
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  if (schema instanceof z.ZodExactOptional)
    return judge({ ...place, schema: schema.unwrap() as z.ZodType, isOptional: true });
  if (schema instanceof z.ZodArray) return judgeList(place, schema);
  if (!(schema instanceof z.ZodObject)) return [judgeField(place)];
  if (old === undefined || now === undefined) return [judgeGroup(place)];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, child]) =>
    judge({ ...place, schema: child, ...keyed(place, key), isOptional: false }),
  );
}

/** A record of fields that one of the policies has not, and that no built-in setting stands for. */
function judgeGroup({ schema, now, path }: Place): FieldVerdict {
  const { tightens, because } = metaOf(schema) as Partial<FieldMeta>;
  const verdict = tightens === "adding" && now !== undefined ? "tighter" : "looser";
  return { path, verdict, because: because ?? "Nothing says what holds without it." };
}

function keyed({ old, now, path, pattern }: Place, key: string) {
  const at = (whole: string) => (whole === "" ? key : `${whole}.${key}`);
  const of = (record: unknown) => (record as Readonly<Record<string, unknown>>)[key];
  return { old: of(old), now: of(now), path: at(path), pattern: at(pattern) };
}

function judgeField({ schema, old, now, path, pattern, item, isOptional, policies }: Place): FieldVerdict {
  const { tightens, because, options = [], orElse } = metaOf(schema);
  const isLimit = isOptional && orElse === undefined;
  const values = { old: valueIn(schema, old), now: valueIn(schema, now) };
  const compare = DEPENDENT.get(pattern);
  const verdict =
    tightens === "depends" && compare !== undefined
      ? compare({ ...policies, ...values, item })
      : judgeValues(tightens, { ...values, options, isOptional: isLimit });
  return { path, verdict, because };
}

function judgeList(place: Place, schema: z.ZodArray): readonly FieldVerdict[] {
  const { path, pattern, policies } = place;
  const { tightens, because } = metaOf(schema);
  const compare = DEPENDENT.get(pattern);
  if (tightens === "depends" && compare !== undefined) {
    const verdict = compare({ ...policies, old: place.old, now: place.now, item: null });
    return [{ path, verdict, because }];
  }
  const [old, now] = [named(place.old), named(place.now)];
  if (old === null || now === null) return [{ path, verdict: "looser", because }];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const at = { path: `${path}[${name}]`, pattern: `${pattern}[]`, item: name };
    if (old.has(name) && now.has(name)) {
      const item = schema.element as z.ZodType;
      return judge({
        ...place,
        ...at,
        schema: item,
        isOptional: false,
        old: old.get(name),
        now: now.get(name),
      });
    }
    return [{ path: at.path, verdict: judgeItem(tightens, now.has(name)), because }];
  });
}

function judgeItem(tightens: Tightens, isAdded: boolean): Verdict {
  return tightens === "adding" && isAdded ? "tighter" : "looser";
}

/** A list's items by name; a list that is not there has none. null when two items have one name, so that nothing can be matched. */
function named(list: unknown): ReadonlyMap<string, unknown> | null {
  const items = (list ?? []) as readonly unknown[];
  const byName = new Map(items.map((item, i) => [itemName(item) ?? `${i}`, item]));
  return byName.size === items.length ? byName : null;
}

function valueIn(schema: z.ZodType, text: unknown): unknown {
  return text === undefined ? undefined : z.decode(schema, text as never);
}

function metaOf(schema: z.ZodType): FieldMeta {
  return schema.meta() as FieldMeta;
}
