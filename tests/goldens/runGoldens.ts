import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { childEnv } from "../setup/childEnv.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

/** How a run ended, and what it said. */
export type GoldensEnd = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs `goldens FILE…` as a process of its own, from a folder. */
export async function runGoldens(args: readonly string[], cwd: string): Promise<GoldensEnd> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: childEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}
