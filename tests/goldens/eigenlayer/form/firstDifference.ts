/** One figure that is not as recorded. */
export type Difference = { readonly field: string; readonly recorded: string; readonly found: string };

type Pair = { readonly recorded: unknown; readonly found: unknown; readonly path: string };

/**
 * The first figure that differs, or null. Numbers compare as decimal text, however they were written. A recorded field that was not
 * found differs, and so does a found one that was not recorded: nothing is passed over.
 */
export function firstDifference({ recorded, found, path }: Pair): Difference | null {
  if (isBranch(recorded) && isBranch(found)) return firstInside(recorded, { found, path });
  if (text(recorded) === text(found)) return null;
  return { field: path, recorded: text(recorded), found: text(found) };
}

function firstInside(recorded: object, { found, path }: { found: object; path: string }): Difference | null {
  if (Array.isArray(recorded) !== Array.isArray(found))
    return { field: path, recorded: text(recorded), found: text(found) };
  for (const name of new Set([...Object.keys(recorded), ...Object.keys(found)])) {
    const inside = Array.isArray(recorded) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;
    const difference = firstDifference({
      recorded: (recorded as Record<string, unknown>)[name],
      found: (found as Record<string, unknown>)[name],
      path: inside,
    });
    if (difference !== null) return difference;
  }
  return null;
}

const isBranch = (value: unknown): value is object => typeof value === "object" && value !== null;

function text(value: unknown): string {
  if (value === undefined) return "nothing";
  return isBranch(value)
    ? JSON.stringify(value, (_name, inner) => (typeof inner === "bigint" ? String(inner) : inner))
    : String(value);
}
