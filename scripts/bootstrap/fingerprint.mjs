import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folders of the workspace (relative to `root`) that have a package.json, the root itself first. */
export function workspaceFolders(root) {
  const below = (folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .sort()
          .map((name) => join(folder, name))
      : [];
  const folders = [".", ...below("apps"), ...below("packages"), "tests"];
  return folders.filter((folder) => existsSync(join(root, folder, "package.json")));
}

/** What decides what gets installed: lock file, workspace file, every package.json. Same text, same fingerprint. */
export function fingerprint(root) {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml"];
  for (const folder of workspaceFolders(root)) files.push(join(folder, "package.json"));
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
