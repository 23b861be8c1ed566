import { readFile } from "node:fs/promises";
import { parsePolicy, policyId } from "@ballast/core";
import type { Command } from "commander";
import { addCommand } from "./addCommand.ts";
import { UsageError } from "./usageError.ts";

export function registerPolicy(program: Command): void {
  const policy = program.command("policy").description("the policy document: check");
  addCommand(policy, {
    usage: "check <file>",
    help: "check a policy in YAML or JSON: every problem with its path, value and limit; and its hash",
    settings: [],
    run: async ({ args }) => {
      const [file = ""] = args;
      const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`${file} cannot be read: ${error.code}.`);
      });
      const parsed = parsePolicy(text);
      if (!parsed.ok) {
        const lines = parsed.issues.map(({ path, message }) => `  ${path || "document"}: ${message}`);
        const count = parsed.issues.length === 1 ? "1 problem" : `${parsed.issues.length} problems`;
        return {
          exitCode: 1,
          text: [`${file}: ${count}`, ...lines].join("\n"),
          json: { ok: false, issues: parsed.issues },
        };
      }
      const id = policyId(parsed.policy);
      const { version, account } = parsed.policy;
      return {
        exitCode: 0,
        text: `${file}: fine. Version ${version} for ${account.address}.\nPolicy hash ${id}`,
        json: { ok: true, policyId: id, version, account: account.address },
      };
    },
  });
}
