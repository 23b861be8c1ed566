import { policyId } from "@ballast/core";
import type { Command } from "commander";
import { addCommand } from "../addCommand.ts";
import { policyFile } from "./policyFile.ts";

export function registerPolicyCheck(policy: Command): void {
  addCommand(policy, {
    usage: "check <file>",
    help: "check a policy in YAML or JSON: every problem with its path, value and limit; and its hash",
    settings: [],
    run: async ({ args }) => {
      const [file = ""] = args;
      const read = await policyFile(file);
      if (!read.ok) return read.refusal;
      const id = policyId(read.policy);
      const { version, account } = read.policy;
      return {
        exitCode: 0,
        text: `${file}: fine. Version ${version} for ${account.address}.\nPolicy hash ${id}`,
        json: { ok: true, policyId: id, version, account: account.address },
      };
    },
  });
}
