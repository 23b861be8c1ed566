import { existsSync } from "node:fs";
import { join } from "node:path";

/** Which build of the admin: only `devnet` contains the built-in wallets. */
export type Build = "production" | "devnet";

/** The admin was not built, so there is nothing to test. */
export class BuildMissing extends Error {
  readonly build: Build;
  constructor(build: Build) {
    super(`The admin has no ${build} build. Make it first: node scripts/ci/buildAdmin.ts ${build}`);
    this.name = "BuildMissing";
    this.build = build;
  }
}

/** @throws BuildMissing */
export function requireBuild(root: string, build: Build): void {
  if (!existsSync(join(root, "apps", "admin", ".next", build, "BUILD_ID"))) throw new BuildMissing(build);
}
