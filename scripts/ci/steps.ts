import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pnpm } from "../bootstrap/pnpm.mjs";

/** One part of `npm test`. */
export type Step = {
  readonly name: string;
  readonly command: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A test runner: its output is shown as it comes and its closing lines again at the end. */
  readonly runner?: boolean;
};

const NODE = process.execPath;
const bin = (root: string, name: string) => join(root, "node_modules", ".bin", name);

/** Whether the browser tests exist. */
export function hasBrowserTests(root: string): boolean {
  const folder = join(root, "tests", "e2e");
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((file) => String(file).endsWith(".spec.ts"))
  );
}

/** The steps of `npm test` before the browser tests, in order: the quick ones first. */
export function steps(root: string): Step[] {
  // turbo runs each package's script with pnpm, so pnpm has to be on its path.
  const withPnpm = ["npm", "exec", "--yes", "--loglevel=error", `--package=pnpm@${pnpm(root).pin}`, "--"];
  const build = (kind: string) => [NODE, "scripts/ci/buildAdmin.ts", kind];
  return [
    { name: "format and lint", command: [bin(root, "biome"), "check", "--error-on-warnings"] },
    { name: "nothing unused", command: [bin(root, "knip")] },
    {
      name: "types",
      command: [...withPnpm, "turbo", "run", "typecheck", "--continue", "--output-logs=errors-only"],
      env: { TURBO_TELEMETRY_DISABLED: "1" },
    },
    { name: "admin, production build", command: build("production") },
    { name: "admin, devnet build", command: build("devnet") },
    { name: "tests", command: [bin(root, "vitest"), "run"], runner: true },
  ];
}

/** The browser tests, with the Chromium of this machine. */
export function browserStep(root: string, chromium: string): Step {
  const command = [
    join(root, "tests", "node_modules", ".bin", "playwright"),
    "test",
    "--config",
    "e2e/playwright.config.ts",
  ];
  return {
    name: "browser tests",
    command,
    cwd: join(root, "tests"),
    env: { CHROMIUM_PATH: chromium },
    runner: true,
  };
}
