import type { Read } from "./read.ts";

type ValuesOf<Parts> = {
  readonly [Key in keyof Parts]: Parts[Key] extends Read<infer Value> ? Value : never;
};

/** All parts together, or why the first that is lacking is lacking: half a reading is none. */
export function wholeRead<Parts extends Readonly<Record<string, Read<unknown>>>>(
  parts: Parts,
): Read<ValuesOf<Parts>> {
  const values: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(parts)) {
    if (!part.ok) return part;
    values[key] = part.value;
  }
  return { ok: true, value: values as ValuesOf<Parts> };
}
