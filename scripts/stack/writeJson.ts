import { renameSync, writeFileSync } from "node:fs";

/** Writes a file that only its owner may read, whole or not at all. */
export function writeJson(path: string, value: unknown): void {
  const making = `${path}.${process.pid}.tmp`;
  writeFileSync(making, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(making, path);
}
