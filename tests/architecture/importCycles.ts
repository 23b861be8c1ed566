import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { importsOf } from "./importsOf.ts";
import { sourceFiles } from "./sourceFiles.ts";

type Graph = ReadonlyMap<string, readonly string[]>;

function graphOf(root: string, folder: string): Graph {
  const files = sourceFiles(root, folder);
  const targets = (file: string) =>
    importsOf(join(root, file))
      .filter((name) => name.startsWith("."))
      .map((name) => normalize(join(dirname(file), name)))
      .filter((target) => existsSync(join(root, target)));
  return new Map(files.map((file) => [file, targets(file)]));
}

/** The files of `graph` that can reach themselves: one loop for each group, as a path that returns to its start. */
export function loops(graph: Graph): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

/** Import cycles between the files of a folder, types included: what cannot be read alone cannot be judged alone. */
export function importCycles(root: string, folder: string): string[] {
  return loops(graphOf(root, folder)).map((loop) => loop.join(" → "));
}
