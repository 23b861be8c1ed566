import { itemName } from "./itemName.ts";
import type { Policy } from "./policy.ts";
import { policyToDocument } from "./policyToDocument.ts";

/** One field that differs, as people write it. `before` or `after` is null where the field is not there. */
export type PolicyChange = {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What differs between two policies, in human units, by field. Items of lists are matched by what names them, not by place. */
export function diffPolicy(before: Policy, after: Policy): readonly PolicyChange[] {
  const [old, now] = [flatten(policyToDocument(before)), flatten(policyToDocument(after))];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}

function flatten(value: unknown, path = ""): ReadonlyMap<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[path, String(value)]]);
  const entries = Array.isArray(value)
    ? value.map((item: unknown, i) => [`${path}[${itemName(item) ?? i}]`, item] as const)
    : Object.entries(value).map(([key, item]) => [path === "" ? key : `${path}.${key}`, item] as const);
  return new Map(entries.flatMap(([at, item]) => [...flatten(item, at)]));
}
