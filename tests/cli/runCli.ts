import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { childEnv } from "../setup/childEnv.ts";

const CLI = fileURLToPath(new URL("../../apps/keeper/src/cli.ts", import.meta.url));

/** How a run of the command line ended, and what it said. */
export type CliEnd = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs `ballast …` as a process of its own; nothing of this process's environment reaches it but PATH. */
export async function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliEnd> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...childEnv, ...env },
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
