import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

const LEFT_OUT = new Set([
  "node_modules",
  ".next",
  ".turbo",
  ".ballast",
  ".git",
  "test-results",
  "playwright-report",
]);

export type TreeCopy = {
  readonly root: string;
  /** Writes a file, given by its path from the root, into the copy. */
  readonly plant: (path: string, text: string) => void;
  readonly remove: () => void;
};

/** A copy of parts of the checkout (paths from `root`), without what is installed or built, to plant mistakes in. */
export function copyOfTree(root: string, parts: readonly string[]): TreeCopy {
  const copy = mkdtempSync(join(tmpdir(), "ballast-architecture-"));
  for (const part of parts) {
    cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: (path) => !LEFT_OUT.has(basename(path)),
    });
  }
  return {
    root: copy,
    plant: (path, text) => {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    },
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}
