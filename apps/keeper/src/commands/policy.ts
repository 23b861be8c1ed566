import type { Command } from "commander";
import { registerPolicyCheck } from "./policy/check.ts";
import { registerPolicyDiff } from "./policy/diff.ts";

export function registerPolicy(program: Command): void {
  const policy = program.command("policy").description("the policy document: check, diff");
  registerPolicyCheck(policy);
  registerPolicyDiff(policy);
}
