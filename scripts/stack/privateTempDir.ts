import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Somebody else already owns the folder in the shared temp directory that we would use. */
export class TempDirTaken extends Error {
  readonly path: string;
  constructor(path: string) {
    super(
      `${path} exists and is not ours. Remove it, or set TMPDIR to a folder of your own, and start again.`,
    );
    this.name = "TempDirTaken";
    this.path = path;
  }
}

/** A folder in the temp directory that belongs to this checkout: made by us, enterable but not listable by others. */
export function privateTempDir(checkout: string): string {
  const key = createHash("sha256").update(checkout).digest("hex").slice(0, 12);
  const path = join(tmpdir(), `ballast-${key}`);
  try {
    mkdirSync(path, { mode: 0o711 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const found = lstatSync(path);
    if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new TempDirTaken(path);
  }
  return path;
}
