import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const SKIPPED = new Set(["node_modules", ".turbo", "test-results"]);

function* files(path: string): Generator<string> {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path).sort()) {
    // What a build writes is no source of it.
    if (
      SKIPPED.has(entry) ||
      entry.startsWith(".next") ||
      entry === "next-env.d.ts" ||
      entry.endsWith(".test.ts")
    )
      continue;
    yield* files(join(path, entry));
  }
}

/** A hash over the content of files and folders (relative to `root`), tests and build output left out; a missing one counts as such. */
export function sourceFingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of files(join(root, path))) {
      hash.update(`\0${file.slice(root.length)}\0`);
      if (statSync(file, { throwIfNoEntry: false })?.isFile()) hash.update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}
