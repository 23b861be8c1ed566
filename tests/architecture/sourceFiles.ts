import { type Dirent, existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

const SKIPPED = new Set([
  "node_modules",
  "migrations",
  "generated",
  "test-results",
  "playwright-report",
  "coverage",
]);

function enters(entry: Dirent): boolean {
  return !SKIPPED.has(entry.name) && !entry.name.startsWith(".");
}

/** The TypeScript files below `folder` of `root`, written by hand, as paths from `root`, sorted. */
export function sourceFiles(root: string, folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  const found: string[] = [];
  for (const entry of readdirSync(start, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && enters(entry)) found.push(...sourceFiles(root, path));
    else if (/\.(ts|tsx|mts)$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
      found.push(relative(root, join(root, path)));
  }
  return found;
}

/** Tests and what only tests use: they may import more, and count as tests where test is weighed against source. */
export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || /(^|\/)(test|tests|testing|fixtures)\//.test(path);
}

/** Files that run when the package does: under `src`, and not tests. */
export function isSource(path: string): boolean {
  return path.includes("/src/") && !isTest(path);
}
