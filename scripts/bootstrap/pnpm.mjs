import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The command that is pnpm at the pin of package.json: the machine's own if it is that version, else through npm. */
export function pnpm(root) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const pin = packageManager.replace(/^pnpm@/, "").replace(/\+.*$/, "");
  // Asked outside the checkout: inside it, some versions would first download the pinned one.
  const own = spawnSync("pnpm", ["--version"], { cwd: tmpdir(), encoding: "utf8" });
  if (own.status === 0 && own.stdout.trim() === pin) return { pin, command: ["pnpm"] };
  return {
    pin,
    command: ["npm", "exec", "--yes", "--loglevel=error", `--package=pnpm@${pin}`, "--", "pnpm"],
  };
}
