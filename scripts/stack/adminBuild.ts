import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ChildSpec } from "./child.ts";
import { readJson } from "./readJson.ts";
import { sourceFingerprint } from "./sourceFingerprint.ts";
import { writeJson } from "./writeJson.ts";

const SOURCES = [
  "apps/admin",
  "packages/core",
  "packages/db",
  "packages/verify",
  "tsconfig.base.json",
  "pnpm-lock.yaml",
];

export type AdminBuildOptions = {
  readonly root: string;
  readonly log: string;
  /** With the devnet's built-in wallets; a production build contains neither their keys nor their module. */
  readonly devnet: boolean;
};

/** What builds the admin; undefined when the build on disk is of these very sources and this kind. */
export function adminBuild({
  root,
  log,
  devnet,
}: AdminBuildOptions): { spec: ChildSpec; done: () => void } | undefined {
  const cwd = join(root, "apps", "admin");
  // The admin's own next.config.ts names these two folders.
  const stamp = join(cwd, ".next", devnet ? "devnet" : "production", "ballast-build.json");
  const wanted = { sources: sourceFingerprint(root, SOURCES) };
  if (readJson<typeof wanted>(stamp)?.sources === wanted.sources) return undefined;
  rmSync(stamp, { force: true });
  const env = {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    BALLAST_DEVNET_BUILD: devnet ? "1" : undefined,
  };
  const args = ["node_modules/next/dist/bin/next", "build"];
  return { spec: { name: "admin-build", args, cwd, env, log }, done: () => writeJson(stamp, wanted) };
}
