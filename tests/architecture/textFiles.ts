import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SKIPPED = new Set([
  "node_modules",
  ".git",
  ".next",
  ".turbo",
  ".ballast",
  "coverage",
  "test-results",
  "playwright-report",
]);
const BINARY = /\.(png|jpe?g|ico|woff2?|gz|wasm)$/;

/** Every text file of the checkout, as paths from `root`; nothing that was installed, built or recorded at run time. */
export function* textFiles(root: string, folder = ""): Generator<{ path: string; text: string }> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (SKIPPED.has(entry.name) || entry.name.endsWith(".tsbuildinfo")) continue;
    if (entry.isDirectory()) yield* textFiles(root, path);
    else if (entry.isFile() && !BINARY.test(entry.name))
      yield { path, text: readFileSync(join(root, path), "utf8") };
  }
}
