import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The Node that came with the install, where this platform has one that runs; else the one we run on, if new enough. */
export function pinnedNode(root) {
  const pinned = join(root, "node_modules", ".bin", "node");
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `There is no pinned Node for ${process.platform}-${process.arch}, and yours is ${process.versions.node}: ` +
      "Ballast needs 22.18 or newer here (24 is best). Install it and run the same command again.",
  );
}
