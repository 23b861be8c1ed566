import type { Fields } from "./lidoFile.ts";
import { parseRevert, sameRevert } from "./revert.ts";

/** One figure that is not as recorded. */
export type Difference = { readonly field: string; readonly recorded: string; readonly found: string };

/** What a step has that is an input, or is not compared: gas is not. */
const NOT_COMPARED: readonly string[] = ["action", "args", "note", "id", "gasUsed"];

/**
 * Compares all that was recorded with all that was found, field by field. A recorded field that was not found is a difference, and so is
 * a found one that was not recorded: nothing is passed over.
 */
export function differences(step: Fields, found: Fields): readonly Difference[] {
  const recorded = Object.fromEntries(Object.entries(step).filter(([name]) => !NOT_COMPARED.includes(name)));
  if (recorded.reverted !== undefined && found.reverted === undefined)
    return [{ field: "reverted", recorded: text(recorded.reverted), found: "it succeeded" }];
  if (found.reverted !== undefined && recorded.reverted === undefined)
    return [{ field: "outcome", recorded: "it succeeded", found: `it reverted: ${text(found.reverted)}` }];
  return compareFields({ recorded, found, path: "" });
}

type Pair = { readonly recorded: unknown; readonly found: unknown; readonly path: string };

function compare({ recorded, found, path }: Pair): readonly Difference[] {
  if (recorded === undefined) return [{ field: path, recorded: "nothing", found: text(found) }];
  if (path === "reverted") return compareReverts({ recorded, found, path });
  if (isBranch(recorded) && isBranch(found)) return compareFields({ recorded, found, path });
  return text(recorded) === text(found)
    ? []
    : [{ field: path, recorded: text(recorded), found: text(found) }];
}

function compareFields({ recorded, found, path }: { recorded: object; found: object; path: string }) {
  const names = new Set([...Object.keys(recorded), ...Object.keys(found)]);
  return [...names].flatMap((name) =>
    compare({
      recorded: (recorded as Fields)[name],
      found: (found as Fields)[name],
      path: path === "" ? name : `${path}.${name}`,
    }),
  );
}

function compareReverts({ recorded, found, path }: Pair): readonly Difference[] {
  if (sameRevert(parseRevert(text(recorded)), parseRevert(text(found)))) return [];
  return [{ field: path, recorded: text(recorded), found: text(found) }];
}

const isBranch = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Numbers as decimal text, however they were written; what the replay does not know is "nothing". */
function text(value: unknown): string {
  if (value === undefined) return "nothing";
  return isBranch(value) ? JSON.stringify(value) : String(value);
}
