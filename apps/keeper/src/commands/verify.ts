import { readFile } from "node:fs/promises";
import { loadDeployment } from "@ballast/adapters";
import { checkBundle } from "@ballast/verify";
import type { Command } from "commander";
import { trustedContracts } from "../steps/trustedContracts.ts";
import { addCommand } from "./addCommand.ts";
import { UsageError } from "./usageError.ts";

export function registerVerify(program: Command): void {
  addCommand(program, {
    usage: "verify <bundle>",
    help: "check a proposal's bundle file, offline, by code that shares nothing with the keeper's, against your own deployment file",
    settings: ["deployment"],
    run: async ({ args, config }) => {
      const [file = ""] = args;
      const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`${file} cannot be read: ${error.code}.`);
      });
      const contracts = trustedContracts(await loadDeployment(config.deployment));
      const result = checkBundle(text.replace(/\n$/, ""), { contracts });
      const lines = result.checks.map(
        ({ ok, title, detail }) => `  ${ok ? "ok     " : "REFUSED"} ${title}${detail ? `: ${detail}` : ""}`,
      );
      return {
        exitCode: result.verdict === "ok" ? 0 : 1,
        text: [...lines, result.summary].join("\n"),
        json: result,
      };
    },
  });
}
