import type { Command } from "commander";
import { registerPolicyCheck } from "./policy/check.ts";
import { registerPolicyDiff } from "./policy/diff.ts";
import { registerPolicyPreset } from "./policy/preset.ts";
import { registerPolicyReference } from "./policy/reference.ts";
import { registerPolicySimulate } from "./policy/simulate.ts";

export function registerPolicy(program: Command): void {
  const policy = program
    .command("policy")
    .description("the policy document: check, diff, simulate, preset, reference, schema");
  registerPolicyCheck(policy);
  registerPolicyDiff(policy);
  registerPolicySimulate(policy);
  registerPolicyPreset(policy);
  registerPolicyReference(policy);
}
