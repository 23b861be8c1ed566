import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";

/** Writes beside, flushes and renames: after a crash the file is the old one or the new one, never half of each. */
export function writeFileAtomically(file: string, content: Uint8Array): void {
  const draft = `${file}.draft`;
  const handle = openSync(draft, "w", 0o600);
  try {
    for (let at = 0; at < content.length; ) at += writeSync(handle, content, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
