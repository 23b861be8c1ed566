import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { connect, insertRequest } from "@ballast/db";
import type { Command } from "commander";
import { env } from "../config/env.ts";
import { addCommand } from "./addCommand.ts";
import { awaitRequest } from "./awaitRequest.ts";
import { UsageError } from "./usageError.ts";

/** The devnet's own program; a keeper never imports it. */
const BINARY = fileURLToPath(new URL("../../../../packages/devnet/src/bin.ts", import.meta.url));

export function registerDevnet(program: Command): void {
  const devnet = program.command("devnet").description("a local chain to try everything on: up, scenario");
  devnet
    .command("up")
    .description("run the devnet; everything after `up` goes to it (try `devnet up --help`)")
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action(async (_options: unknown, command: Command) => {
      process.exitCode = await run(["up", ...command.args]);
    });
  addCommand(devnet, {
    usage: "scenario <name>",
    help: "make something happen on the devnet: calm, yield-shift, gas-spike, market-depeg",
    settings: ["databaseUrl"],
    flags: [{ flag: "--param <name=value...>", help: "a parameter of the scenario, for example aprBps=900" }],
    run: async ({ args, flags, config }) => {
      const [name = ""] = args;
      const { db, close } = connect({ url: config.databaseUrl, applicationName: "ballast-cli", max: 2 });
      try {
        const payload = { name, params: parameters(flags.param) };
        const { id } = await insertRequest(db, { kind: "devnet-scenario", payload, requestedBy: "cli" });
        return await awaitRequest(db, id);
      } finally {
        await close();
      }
    },
  });
}

function parameters(given: unknown): Readonly<Record<string, string | number>> {
  const texts = Array.isArray(given) ? given.map(String) : [];
  return Object.fromEntries(
    texts.map((text) => {
      const [name, value] = text.split("=");
      if (!name || !value)
        throw new UsageError(`--param: got "${text}"; write name=value, for example aprBps=900.`);
      return [name, /^\d+$/.test(value) ? Number(value) : value];
    }),
  );
}

function run(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [BINARY, ...args], { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
