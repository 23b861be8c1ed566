import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";

/** There is no Chromium, and it cannot be installed from here. */
export class ChromiumMissing extends Error {
  readonly looked: readonly string[];
  constructor(looked: readonly string[], why: string) {
    super(
      `The browser tests did not run: no Chromium at ${looked.join(" or ")}, and ${why}. Install it and run \`npm test\` again:\n\n    sudo apt-get update && sudo apt-get install -y chromium\n\nElsewhere set CHROMIUM_PATH to a Chromium or Chrome of yours.`,
    );
    this.name = "ChromiumMissing";
    this.looked = looked;
  }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where to look, in order: what CHROMIUM_PATH names (then only there), else where distributions put it. */
export function chromiumPaths(named = process.env.CHROMIUM_PATH): string[] {
  return named ? [named] : ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
}

/** Installs Debian's Chromium; for root only. Answers what went wrong, or undefined. */
export function installChromium(): string | undefined {
  if (process.getuid?.() !== 0) return "installing it needs root";
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const run = spawnSync("apt-get", args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    if (run.error) return `apt-get cannot be run (${run.error.message})`;
    if (run.status !== 0) return `apt-get ${args[0]} failed:\n${run.stderr.trim().slice(-800)}\nso`;
  }
  return undefined;
}

export type FindChromium = {
  readonly paths?: readonly string[];
  readonly install?: () => string | undefined;
};

/** The Chromium to test with, installed first where that is possible. @throws ChromiumMissing */
export function chromium({ paths = chromiumPaths(), install = installChromium }: FindChromium = {}): string {
  const found = paths.find(runs);
  if (found) return found;
  const why = install();
  const installed = paths.find(runs);
  if (why !== undefined || !installed)
    throw new ChromiumMissing(paths, why ?? "after installing it is still not there");
  return installed;
}
